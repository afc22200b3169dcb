/// Maps places in a derived text back to the files that an author wrote.
///
/// A derived text is what remains of a source after a step of processing: a fragment with its includes expanded, the
/// body of a fence without its indentation, a YAML scalar with its escapes decoded. Each step builds its map *over* the
/// map of the text that it read (`PositionMap.Builder`), so that maps compose and a place in the last text leads
/// straight to the author's bytes.
public struct PositionMap: Sendable {
    /// A run of derived bytes with one origin.
    struct Segment: Sendable {
        /// The first byte in the derived text; the segment ends where the next begins.
        var start: Int
        /// Where the bytes come from.
        var source: Span
        /// Whether derived and source bytes are the same, so that offsets inside carry over.
        var isVerbatim: Bool
        /// Index into `trails`.
        var trail: Int
    }

    /// A place in the author's files.
    public struct Origin: Sendable, Hashable {
        public let span: Span
        /// The include directives that led there, innermost first.
        public let includedFrom: [Span]
    }

    var segments: [Segment]
    /// The chains of include directives that segments refer to; the first is the empty one.
    var trails: [[Span]]
    /// The length of the derived text in bytes.
    public let count: Int

    /// The map of a text that is a file, byte for byte.
    public init(identity file: SourceFile) {
        segments = [Segment(start: 0, source: file.wholeSpan, isVerbatim: true, trail: 0)]
        trails = [[]]
        count = file.bytes.count
    }

    init(segments: [Segment], trails: [[Span]], count: Int) {
        self.segments = segments
        self.trails = trails
        self.count = count
    }

    /// Where a range of the derived text comes from. A range over several origins in one file gives the span from the
    /// first to the last; over several files, the part in the first.
    public func origin(of range: Range<Int>) -> Origin {
        let lower = min(max(range.lowerBound, 0), count)
        let upper = min(max(range.upperBound, lower), count)
        let first = index(at: lower)
        let start = place(lower, in: first)
        let trail = trails[segments[first].trail]
        if lower == upper { return Origin(span: start.file.span(start.offset..<start.offset), includedFrom: trail) }

        var end = endOfPart(of: lower..<upper, in: first)
        var next = first + 1
        while next < segments.count, segments[next].start < upper {
            let segment = segments[next]
            if segment.source.file === start.file, segment.trail == segments[first].trail {
                end = max(end, endOfPart(of: lower..<upper, in: next))
            }
            next += 1
        }
        return Origin(span: start.file.span(start.offset..<max(end, start.offset)), includedFrom: trail)
    }

    /// Where one byte of the derived text comes from.
    public func origin(at offset: Int) -> Origin { origin(of: offset..<offset) }

    private func index(at offset: Int) -> Int {
        var low = 0
        var high = segments.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if segments[middle].start <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private func end(of index: Int) -> Int { index + 1 < segments.count ? segments[index + 1].start : count }

    private func place(_ offset: Int, in index: Int) -> (file: SourceFile, offset: Int) {
        let segment = segments[index]
        let shift = segment.isVerbatim ? offset - segment.start : 0
        return (segment.source.file, segment.source.range.lowerBound + shift)
    }

    private func endOfPart(of range: Range<Int>, in index: Int) -> Int {
        let segment = segments[index]
        guard segment.isVerbatim else { return segment.source.range.upperBound }
        let upper = min(range.upperBound, end(of: index))
        return segment.source.range.lowerBound + upper - segment.start
    }
}

extension PositionMap {
    /// Builds the map of a derived text, in step with the text itself: one call for each run of bytes appended to it.
    public struct Builder: Sendable {
        private var segments: [Segment] = []
        private var trails: [[Span]] = [[]]
        /// The length of the derived text so far, in bytes.
        public private(set) var count = 0

        public init() {}

        /// The derived text takes over these bytes of the text that `map` describes, unchanged.
        public mutating func copy(_ range: Range<Int>, of map: PositionMap, includedFrom directive: Origin? = nil) {
            guard !range.isEmpty else { return }
            var index = map.index(at: range.lowerBound)
            while index < map.segments.count, map.segments[index].start < range.upperBound {
                let segment = map.segments[index]
                let lower = max(range.lowerBound, segment.start)
                let upper = min(range.upperBound, map.end(of: index))
                let source =
                    segment.isVerbatim
                    ? segment.source.part(lower - segment.start..<upper - segment.start) : segment.source
                append(
                    upper - lower, source: source, isVerbatim: segment.isVerbatim,
                    trail: map.trails[segment.trail] + Self.trail(directive))
                index += 1
            }
        }

        /// The derived text has `length` bytes of its own in the place of `range` of the text that `map` describes.
        public mutating func replace(_ range: Range<Int>, of map: PositionMap, with length: Int) {
            guard length > 0 else { return }
            let origin = map.origin(of: range)
            append(length, source: origin.span, isVerbatim: false, trail: origin.includedFrom)
        }

        /// The finished map. An empty derived text maps to `fallback`.
        public func build(fallback: Span) -> PositionMap {
            guard !segments.isEmpty else {
                let empty = Segment(start: 0, source: fallback, isVerbatim: false, trail: 0)
                return PositionMap(segments: [empty], trails: [[]], count: 0)
            }
            return PositionMap(segments: segments, trails: trails, count: count)
        }

        private static func trail(_ directive: Origin?) -> [Span] {
            directive.map { [$0.span] + $0.includedFrom } ?? []
        }

        private mutating func append(_ length: Int, source: Span, isVerbatim: Bool, trail: [Span]) {
            let trailIndex = index(of: trail)
            defer { count += length }
            if isVerbatim, let last = segments.last, last.isVerbatim, last.trail == trailIndex,
                last.source.file === source.file, last.source.range.upperBound == source.range.lowerBound
            {
                let joined = last.source.range.lowerBound..<source.range.upperBound
                segments[segments.count - 1].source = Span(file: source.file, range: joined)
                return
            }
            segments.append(Segment(start: count, source: source, isVerbatim: isVerbatim, trail: trailIndex))
        }

        private mutating func index(of trail: [Span]) -> Int {
            // Runs of one include follow each other, so the last trail is nearly always the one.
            if let found = trails.lastIndex(of: trail) { return found }
            trails.append(trail)
            return trails.count - 1
        }
    }
}
