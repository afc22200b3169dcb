import Diagnostics

/// A byte of a word as a command gets it, with where it is written.
struct ShellByte {
    enum Quoting { case none, double, single }

    /// 0 for an expansion, whose value is not known.
    let value: UInt8
    /// The bytes of the script that it comes from; several for an escape or an expansion.
    let source: Range<Int>
    let quoting: Quoting

    var isExpansion: Bool { value == 0 }
    /// Whether the script has the byte as it is.
    var isVerbatim: Bool { source.count == 1 }
}

/// A word of a command with its quotes taken off.
struct ShellWord {
    /// In the script, quotes included.
    let range: Range<Int>
    let bytes: [ShellByte]

    var hasExpansion: Bool { bytes.contains(where: \.isExpansion) }
    /// The text; each expansion is a NUL.
    var pattern: String { String(decoding: bytes.map(\.value), as: UTF8.self) }
    /// The text, where no expansion is in it.
    var literal: String? { hasExpansion ? nil : pattern }

    /// The word without its first bytes.
    func dropFirst(_ count: Int) -> ShellWord {
        let rest = Array(bytes.dropFirst(count))
        let end = range.upperBound
        let start = rest.first?.source.lowerBound ?? end
        return ShellWord(range: start..<max(start, rest.last?.source.upperBound ?? end), bytes: rest)
    }

    /// What stands behind the first `=`: an assignment's value.
    var assigned: (name: String, value: ShellWord)? {
        guard let sign = bytes.firstIndex(where: { $0.value == UInt8(ascii: "=") }), sign > 0 else { return nil }
        return (String(decoding: bytes[..<sign].map(\.value), as: UTF8.self), dropFirst(sign + 1))
    }
}

extension [ShellByte] {
    var values: [UInt8] { map(\.value) }
    var text: String { String(decoding: values, as: UTF8.self) }
    var hasExpansion: Bool { contains(where: \.isExpansion) }

    /// From the first byte's place to the last one's.
    var sourceRange: Range<Int>? {
        guard let first, let last else { return nil }
        return first.source.lowerBound..<Swift.max(first.source.lowerBound, last.source.upperBound)
    }

    /// Leads from these bytes to the author's files.
    /// - Parameter script: the map of the script that the bytes come from.
    func map(over script: PositionMap, fallback: Int) -> PositionMap {
        var builder = PositionMap.Builder()
        var index = 0
        while index < count {
            guard self[index].isVerbatim else {
                builder.replace(self[index].source, of: script, with: 1)
                index += 1
                continue
            }
            let start = self[index].source.lowerBound
            var end = start
            while index < count, self[index].isVerbatim, self[index].source.lowerBound == end {
                end += 1
                index += 1
            }
            builder.copy(start..<end, of: script)
        }
        return builder.build(fallback: script.origin(at: fallback).span)
    }

    /// With `%41` and `+` as they are written in the query of a URL taken back.
    var percentDecoded: [ShellByte] {
        var decoded: [ShellByte] = []
        var index = 0
        while index < count {
            let byte = self[index]
            if byte.value == UInt8(ascii: "%"), index + 2 < count,
                let value = UInt8(String(decoding: self[index + 1...index + 2].map(\.value), as: UTF8.self), radix: 16)
            {
                let source = byte.source.lowerBound..<self[index + 2].source.upperBound
                decoded.append(ShellByte(value: value, source: source, quoting: byte.quoting))
                index += 3
                continue
            }
            let value = byte.value == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte.value
            decoded.append(ShellByte(value: value, source: byte.source, quoting: byte.quoting))
            index += 1
        }
        return decoded
    }
}

/// A command without its control structure: assignments, words, redirections.
struct SimpleCommand {
    struct Redirection {
        let operation: String
        let target: ShellWord
    }

    /// `NAME=value` before the first word.
    var assignments: [ShellWord] = []
    var words: [ShellWord] = []
    var redirections: [Redirection] = []

    var range: Range<Int> {
        let ranges = (assignments + words).map(\.range) + redirections.map(\.target.range)
        let start = ranges.map(\.lowerBound).min() ?? 0
        return start..<(ranges.map(\.upperBound).max() ?? start)
    }
}
