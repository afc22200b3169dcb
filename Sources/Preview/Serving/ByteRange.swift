/// A part of a file as a request asks for it (RFC 9110, section 14).
enum ByteRange: Equatable {
    /// The whole: nothing was asked, another unit, or several parts, which need not be served.
    case whole
    case part(Range<Int>)
    /// What was asked is no range, or lies behind the end.
    case unsatisfiable

    /// - Parameter field: the value of `Range`.
    init(_ field: String?, of count: Int) {
        guard let field, field.hasPrefix("bytes=") else {
            self = .whole
            return
        }
        let parts = field.dropFirst("bytes=".count).split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 1 else {
            self = .whole
            return
        }
        self = Self.single(parts[0].filter { $0 != " " }, of: count).map(ByteRange.part) ?? .unsatisfiable
    }

    private static func single(_ text: String, of count: Int) -> Range<Int>? {
        let bounds = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard bounds.count == 2 else { return nil }
        let (first, last) = (number(bounds[0]), number(bounds[1]))
        switch (bounds[0].isEmpty, bounds[1].isEmpty) {
        case (true, true): return nil
        case (true, false):
            guard let last, last > 0, count > 0 else { return nil }
            return max(0, count - last)..<count
        case (false, true):
            guard let first, first < count else { return nil }
            return first..<count
        case (false, false):
            guard let first, let last, first <= last, first < count else { return nil }
            return first..<min(last, count - 1) + 1
        }
    }

    /// Digits only, and as many as a length can have.
    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
            return nil
        }
        return Int(text) ?? Int.max - 1
    }
}
