extension TreeBuilder {
    /// Turns quotes that begin with `[!NOTE]` into alerts: as on GitHub only quotes that stand in nothing else, with
    /// the mark alone on the first line and something after it.
    mutating func findAlerts() {
        for index in nodes.indices where nodes[index].kind == .blockQuote {
            let parent = nodes[Int(nodes[index].parent)].kind
            guard parent == .document || parent == .tab || parent == .details else { continue }
            makeAlert(of: index)
        }
    }

    private mutating func makeAlert(of quote: Int) {
        let paragraph = Int(nodes[quote].firstChild)
        guard paragraph >= 0, nodes[paragraph].kind == .paragraph else { return }
        let mark = Int(nodes[paragraph].firstChild)
        // As written, escapes not decoded.
        guard mark >= 0, nodes[mark].kind == .text, nodes[mark].range.count == nodes[mark].text.count,
            let kind = alertKind(buffer[nodes[mark].text])
        else { return }
        let lineBreak = Int(nodes[mark].nextSibling)
        if lineBreak >= 0 {
            guard nodes[lineBreak].kind == .softBreak || nodes[lineBreak].kind == .lineBreak else { return }
            nodes[paragraph].firstChild = nodes[lineBreak].nextSibling
        } else {
            guard nodes[paragraph].nextSibling != Node.none else { return }
            nodes[quote].firstChild = nodes[paragraph].nextSibling
        }
        nodes[quote].kind = .alert
        nodes[quote].detail = kind.rawValue
    }

    private func alertKind(_ bytes: ArraySlice<UInt8>) -> AlertKind? {
        guard bytes.starts(with: [.leftBracket, .exclamation]), bytes.last == .rightBracket else { return nil }
        let name = bytes.dropFirst(2).dropLast().map(\.lowercased)
        return AlertKind.allCases.first { kind in
            kind.name.withUTF8Buffer { $0.elementsEqual(name) }
        }
    }
}
