/// A line of expected output.
struct OutputPattern {
    enum Part: Equatable {
        case text(String)
        /// `[..]`
        case anything
        /// `[NAME]`
        case named(String)
    }

    let parts: [Part]
    /// `...` alone.
    let isAnyLines: Bool

    init(_ line: String) {
        isAnyLines = line.drop(while: { $0 == " " }) == "..."
        var parts: [Part] = []
        var text = ""
        var rest = line[...]
        while let first = rest.first {
            guard first == "[", let close = rest.firstIndex(of: "]") else {
                text.append(first)
                rest = rest.dropFirst()
                continue
            }
            let inner = rest[rest.index(after: rest.startIndex)..<close]
            let isName =
                inner.first?.isUppercase == true
                && inner.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
            guard inner == ".." || isName else {
                text.append(first)
                rest = rest.dropFirst()
                continue
            }
            if !text.isEmpty { parts.append(.text(text)) }
            text = ""
            parts.append(isName ? .named(String(inner)) : .anything)
            rest = rest[rest.index(after: close)...]
        }
        if !text.isEmpty { parts.append(.text(text)) }
        self.parts = parts
    }

    var isEmpty: Bool { parts.isEmpty }

    /// Whether a line is as expected. Names are bound where they are first met.
    func matches(_ line: String, _ names: inout [String: String]) -> Bool {
        guard let bound = Self.match(parts[...], line[...], names) else { return false }
        names = bound
        return true
    }

    private static func match(
        _ parts: ArraySlice<Part>, _ line: Substring, _ names: [String: String]
    ) -> [String: String]? {
        guard let part = parts.first else { return line.isEmpty ? names : nil }
        let rest = parts.dropFirst()
        switch part {
        case .text(let text):
            return line.hasPrefix(text) ? match(rest, line.dropFirst(text.count), names) : nil
        case .anything:
            var end = line.endIndex
            while true {
                if let found = match(rest, line[end...], names) { return found }
                guard end > line.startIndex else { return nil }
                end = line.index(before: end)
            }
        case .named(let name):
            if let value = names[name] {
                return line.hasPrefix(value) ? match(rest, line.dropFirst(value.count), names) : nil
            }
            var end = line.firstIndex { $0 == " " || $0 == "\t" } ?? line.endIndex
            while end > line.startIndex {
                var bound = names
                bound[name] = String(line[..<end])
                if let found = match(rest, line[end...], bound) { return found }
                end = line.index(before: end)
            }
            return nil
        }
    }
}
