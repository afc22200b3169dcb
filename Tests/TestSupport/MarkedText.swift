import Diagnostics

/// A test's input with places marked in it: `see ⟦this⟧`. The marks are taken out, and their ranges kept in the order
/// in which they open.
public struct MarkedText: Sendable {
    public let text: String
    /// Ranges of the text between marks, in UTF-8 bytes.
    public let ranges: [Range<Int>]

    public init(_ marked: String) {
        var text = ""
        var starts: [(index: Int, offset: Int)] = []
        var found: [(index: Int, range: Range<Int>)] = []
        var opened = 0
        for character in marked {
            switch character {
            case "⟦":
                starts.append((opened, text.utf8.count))
                opened += 1
            case "⟧":
                guard let start = starts.popLast() else { continue }
                found.append((start.index, start.offset..<text.utf8.count))
            default:
                text.append(character)
            }
        }
        self.text = text
        self.ranges = found.sorted { $0.index < $1.index }.map(\.range)
    }

    public var bytes: [UInt8] { Array(text.utf8) }

    public func file(_ path: String = "test.md") -> SourceFile { SourceFile(path: path, text: text) }
}
