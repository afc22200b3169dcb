import Diagnostics

/// What the tree keeps of a container: `::: tab Title`.
struct ContainerData: Sendable {
    var node: Int32
    var name: Range<Int>
    var title: Range<Int>
    /// The line that opens it, from its first colon.
    var opening: Range<Int>
}

/// The names that a container may have.
public enum ContainerName: String, CaseIterable, Sendable {
    case tabs, tab, details, chart
}

extension TreeBuilder {
    /// Handles a line that begins with `:::`. cmark-gfm was given `<?>` in its place, three bytes for three, which is a
    /// block of HTML of one line wherever a block may begin; so its own block structure tells where a mark counts.
    /// An author's own `<?>` is none: the text has no colons there.
    mutating func enterContainerMark(_ parsed: ParsedNode) -> Bool {
        let start = blockStart(line: parsed.line, column: parsed.column)
        guard start + 3 <= text.count, text[start] == .colon, fed[start] == .less else { return false }
        seenMarks.insert(start)
        skipsExit = true
        let line = lineIndex(parsed.line)
        cover(line..<line + 1)
        let end = text.trimmed(start..<scan.lines.end(line)).upperBound
        var nameStart = start
        while nameStart < end, text[nameStart] == .colon { nameStart += 1 }
        let rest = text.trimmed(nameStart..<end)
        if rest.isEmpty {
            closeContainer(at: start..<end)
        } else {
            openContainer(start..<end, rest: rest)
        }
        return true
    }

    private mutating func openContainer(_ opening: Range<Int>, rest: Range<Int>) {
        var nameEnd = rest.lowerBound
        while nameEnd < rest.upperBound, !text[nameEnd].isSpace { nameEnd += 1 }
        let name = rest.lowerBound..<nameEnd
        let title = text.trimmed(nameEnd..<rest.upperBound)
        let spelling = String(decoding: text[name], as: UTF8.self)
        let kind: Node.Kind
        switch ContainerName(rawValue: spelling) {
        case .tabs: kind = .tabs
        case .tab: kind = .tab
        case .details: kind = .details
        case .chart: kind = .chart
        case nil:
            kind = .unknownContainer
            diagnostics.append(ContainerUnknown.unknown(spelling, at: map.origin(of: name)))
        }
        if title.isEmpty, kind == .tab || kind == .details || kind == .chart {
            diagnostics.append(ContainerTitle.missing(spelling, at: map.origin(of: opening)))
        } else if !title.isEmpty, kind == .tabs {
            diagnostics.append(ContainerTitle.unexpected(at: map.origin(of: title)))
        }
        let parent = nodes[current].kind
        if kind == .tab, parent != .tabs { diagnostics.append(ContainerStrayTab.outside(at: map.origin(of: opening))) }
        push(kind, opening)
        nodes[current].payload = Int32(containers.count)
        setText(title)
        containers.append(ContainerData(node: Int32(current), name: name, title: title, opening: opening))
        open[open.count - 1].isContainer = true
    }

    private mutating func closeContainer(at mark: Range<Int>) {
        guard open[open.count - 1].isContainer else {
            diagnostics.append(ContainerStrayClose.stray(at: map.origin(of: mark)))
            return
        }
        nodes[current].upper = Int32(mark.upperBound)
        pop()
    }

    /// Closes the containers that were opened among the children of the node that ends.
    mutating func closeContainers() {
        while open[open.count - 1].isContainer {
            let container = containers[Int(nodes[current].payload)]
            let name = String(decoding: text[container.name], as: UTF8.self)
            diagnostics.append(ContainerUnclosed.unclosed(name, at: map.origin(of: container.opening)))
            pop()
        }
    }
}
