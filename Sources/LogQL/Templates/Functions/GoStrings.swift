/// What Go's strings package does, on bytes.
enum GoStrings {
    static func lower(_ text: [UInt8]) -> [UInt8] {
        if text.allSatisfy({ $0 < 0x80 }) { return text.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }
        return GoUTF8.encode(GoUTF8.runes(text).map(\.scalar.goLowercase))
    }

    static func upper(_ text: [UInt8]) -> [UInt8] {
        if text.allSatisfy({ $0 < 0x80 }) { return text.map { $0 &- 0x61 < 26 ? $0 & 0xDF : $0 } }
        return GoUTF8.encode(GoUTF8.runes(text).map(\.scalar.goUppercase))
    }

    /// Each letter in title case that isn't preceded by a letter, a digit or an underscore.
    static func title(_ text: [UInt8]) -> [UInt8] {
        var previous: Unicode.Scalar = " "
        return GoUTF8.encode(
            GoUTF8.runes(text).map { rune in
                defer { previous = rune.scalar }
                return isSeparator(previous) ? rune.scalar.goTitlecase : rune.scalar
            })
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "_" || scalar.isGoLetter || scalar.isGoDigit { return false }
        return scalar.isASCII || scalar.isGoSpace
    }

    /// Replaces at most so many, or all if the count is negative. Where nothing is sought it's put before each character
    /// and at the end.
    static func replace(
        _ text: [UInt8], _ old: [UInt8], _ new: [UInt8], _ count: Int
    ) throws(CallProblem) -> [UInt8] {
        if old == new || count == 0 { return text }
        var left = count < 0 ? Int.max : count
        var output: [UInt8] = []
        var index = 0
        if old.isEmpty {
            for rune in GoUTF8.runes(text) where left > 0 {
                output += new + text[index..<index + rune.width]
                index += rune.width
                left -= 1
                try check(output.count)
            }
            return output + text[index...] + (left > 0 ? new : [])
        }
        while index < text.count {
            if left > 0, text[index] == old[0], text[index...].starts(with: old) {
                output += new
                index += old.count
                left -= 1
                try check(output.count)
            } else {
                output.append(text[index])
                index += 1
            }
        }
        return output
    }

    static func check(_ size: Int) throws(CallProblem) {
        if size >= 1 << 47 { throw CallProblem("runtime error: makeslice: len out of range") }
        if size > TemplateExecution.largestString { throw CallProblem("the string is too long") }
    }

    static func trim(_ text: [UInt8], _ cutset: [UInt8], left: Bool = true, right: Bool = true) -> [UInt8] {
        let set = GoUTF8.runes(cutset).map(\.scalar)
        return trim(text, left: left, right: right) { set.contains($0) }
    }

    static func trimSpace(_ text: [UInt8]) -> [UInt8] { trim(text, left: true, right: true) { $0.isGoSpace } }

    private static func trim(
        _ text: [UInt8], left: Bool, right: Bool, where matches: (Unicode.Scalar) -> Bool
    ) -> [UInt8] {
        var runes = GoUTF8.runes(text)[...]
        var bytes = text[...]
        while left, let rune = runes.first, matches(rune.scalar) {
            bytes = bytes.dropFirst(rune.width)
            runes = runes.dropFirst()
        }
        while right, let rune = runes.last, matches(rune.scalar) {
            bytes = bytes.dropLast(rune.width)
            runes = runes.dropLast()
        }
        return Array(bytes)
    }

    static func dropping(prefix: [UInt8], _ text: [UInt8]) -> [UInt8] {
        text.starts(with: prefix) ? Array(text.dropFirst(prefix.count)) : text
    }

    static func dropping(suffix: [UInt8], _ text: [UInt8]) -> [UInt8] {
        text.reversed().starts(with: suffix.reversed()) ? Array(text.dropLast(suffix.count)) : text
    }

    static func repeating(_ text: [UInt8], _ count: Int) throws(CallProblem) -> [UInt8] {
        if count < 0 { throw CallProblem("strings: negative Repeat count") }
        let (size, overflow) = text.count.multipliedReportingOverflow(by: count)
        if overflow { throw CallProblem("strings: Repeat output length overflow") }
        try check(size)
        var output: [UInt8] = []
        guard !text.isEmpty else { return output }
        output.reserveCapacity(size)
        for _ in 0..<count { output += text }
        return output
    }

    /// Go's slices of strings, with the texts of the errors that bad ones give.
    static func substring(_ start: Int, _ end: Int, _ text: [UInt8]) throws(CallProblem) -> [UInt8] {
        let problem = "runtime error: slice bounds out of range"
        let low = max(0, start)
        if start < 0 {
            if end < 0 { throw CallProblem("\(problem) [:\(end)]") }
            if end > text.count { throw CallProblem("\(problem) [:\(end)] with length \(text.count)") }
            return Array(text.prefix(end))
        }
        let high = end < 0 || end > text.count ? text.count : end
        if low > high { throw CallProblem("\(problem) [\(low):\(high)]") }
        return Array(text[low..<high])
    }

    static func indent(_ count: Int, _ text: [UInt8]) throws(CallProblem) -> [UInt8] {
        let space = try repeating([0x20], count)
        return space + (try replace(text, [0x0A], [0x0A] + space, -1))
    }

    /// Pads, or cuts, to a number of characters.
    static func align(_ count: Int, _ text: [UInt8], toLeft: Bool) throws(CallProblem) -> TemplateValue {
        let length = GoUTF8.count(text)
        if count < 0 || count == length { return .string(text) }
        if count > length {
            let space = try repeating([0x20], count - length)
            return .string(toLeft ? text + space : space + text)
        }
        let runes = GoUTF8.runes(text).map(\.scalar)
        return .string(GoUTF8.encode(toLeft ? runes.prefix(count) : runes.suffix(count)))
    }
}
