import Diagnostics

extension IncludeExpansion {
    /// The line that a directive stands in, and how what is included is written there.
    struct Site {
        let text: MappedText
        let line: BlockLine
        let directive: IncludeDirective

        enum Included {
            case markdown(MappedText)
            case code(MappedText, language: String)
        }

        /// Where the directive stands.
        var origin: PositionMap.Origin { text.map.origin(of: directive.range) }
        var pathOrigin: PositionMap.Origin { text.map.origin(of: directive.pathRange) }

        func write(_ included: Included, into builder: inout TextBuilder) {
            switch included {
            case .markdown(let content):
                write(content, isFirst: true, into: &builder)
            case .code(let content, let language):
                let fence = [UInt8](repeating: UInt8(ascii: "`"), count: max(3, Self.longestRun(in: content.bytes) + 1))
                writePrefix(isFirst: true, isBlank: false, into: &builder)
                put(fence + Array(language.utf8), &builder)
                if !directive.attributes.isEmpty {
                    put(Array(" {".utf8), &builder)
                    builder.copy(directive.attributes, of: text)
                    put(Array("}".utf8), &builder)
                }
                put([UInt8(ascii: "\n")], &builder)
                write(content, isFirst: false, into: &builder)
                writePrefix(isFirst: false, isBlank: false, into: &builder)
                put(fence + [UInt8(ascii: "\n")], &builder)
            }
        }

        private func put(_ bytes: [UInt8], _ builder: inout TextBuilder) {
            builder.put(bytes, for: directive.range, of: text)
        }

        private func write(_ content: MappedText, isFirst: Bool, into builder: inout TextBuilder) {
            guard line.content > line.range.lowerBound else {
                builder.copy(0..<content.bytes.count, of: content)
                return
            }
            var isFirst = isFirst
            var start = 0
            while start < content.bytes.count {
                let end =
                    content.bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? content.bytes.count
                let isBlank = content.bytes[start..<end].allSatisfy(\.isSpaceCharacter)
                writePrefix(isFirst: isFirst, isBlank: isBlank, into: &builder)
                builder.copy(start..<end, of: content)
                isFirst = false
                start = end
            }
        }

        /// What stands before the directive: in the first line as it is, in the others without the marks of lists.
        private func writePrefix(isFirst: Bool, isBlank: Bool, into builder: inout TextBuilder) {
            let prefix = line.range.lowerBound..<line.content
            guard !prefix.isEmpty else { return }
            if isFirst {
                builder.copy(prefix, of: text)
                return
            }
            var bytes = text.bytes[prefix].map { byte in
                byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\t") ? byte : UInt8(ascii: " ")
            }
            if isBlank { while bytes.last?.isBlank == true { bytes.removeLast() } }
            put(bytes, &builder)
        }

        private static func longestRun(in bytes: [UInt8]) -> Int {
            var longest = 0
            var run = 0
            for byte in bytes {
                run = byte == UInt8(ascii: "`") ? run + 1 : 0
                longest = max(longest, run)
            }
            return longest
        }
    }
}
