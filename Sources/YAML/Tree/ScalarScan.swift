/// Looks at the bytes of scalars where libyaml's marks say too little.
enum ScalarScan {
    /// The range without anchor and tag (YAML 1.2.2, 6.9), which libyaml counts in.
    static func skippingProperties(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var index = range.lowerBound
        while index < range.upperBound, bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "!") {
            while index < range.upperBound, !isBlank(bytes[index]), !isBreak(bytes[index]) { index += 1 }
            index = skippingSpace(from: index, to: range.upperBound, in: bytes)
        }
        return index..<range.upperBound
    }

    static func withoutTrailingBlanks(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound + 1, isBlank(bytes[end - 1]) || isBreak(bytes[end - 1]) { end -= 1 }
        return range.lowerBound..<max(end, range.lowerBound)
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    static func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    /// The line break that begins at `index`, `\r\n` as one.
    static func breakRange(at index: Int, to end: Int, in bytes: [UInt8]) -> Range<Int> {
        let isPair = bytes[index] == UInt8(ascii: "\r") && index + 1 < end && bytes[index + 1] == UInt8(ascii: "\n")
        return index..<index + (isPair ? 2 : 1)
    }

    private static func skippingSpace(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
        var index = start
        while index < end {
            if bytes[index] == UInt8(ascii: "#") {
                while index < end, !isBreak(bytes[index]) { index += 1 }
            } else if isBlank(bytes[index]) || isBreak(bytes[index]) {
                index += 1
            } else {
                break
            }
        }
        return index
    }
}
