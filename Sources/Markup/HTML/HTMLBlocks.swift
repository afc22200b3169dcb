extension HTMLWriter {
    mutating func enterBlock(_ node: Node, _ index: Int) -> Bool {
        switch node.kind {
        case .paragraph:
            if !isTight(node) {
                output.breakLine()
                output.raw("<p>")
            }
            if isFirstOfTask(node, index) { output.raw("<label>") }
            if isFirstOfTask(node, index) { writeCheckBox(nodes[Int(node.parent)]) }
        case .heading: openHeading(node)
        case .blockQuote: open("<blockquote>\n")
        case .alert: openAlert(node)
        case .list: openList(node, index)
        case .item: openItem(node, index)
        case .codeBlock:
            writeFigure(CodeBlock(document: document, number: Int(node.payload)))
        case .htmlBlock: writeHTMLBlock(index)
        case .thematicBreak: open("<hr />\n")
        case .table:
            open("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table>\n")
        case .tableRow: openRow(node, index)
        case .tableCell: openCell(node)
        case .tabs: open("<div class=\"tabs\">\n")
        case .tab:
            open("<section class=\"tab\" data-title=\"")
            output.escaped(literal(index))
            output.raw("\"><p class=\"tab-title\">")
            output.escaped(literal(index))
            output.raw("</p>\n")
        case .details:
            open("<details><summary>")
            output.escaped(literal(index))
            output.raw("</summary>\n")
        case .chart: openChart(index)
        case .footnoteDefinition: return false
        default: break
        }
        return true
    }

    mutating func leaveBlock(_ node: Node, _ index: Int) {
        switch node.kind {
        case .paragraph:
            if isFirstOfTask(node, index) { output.raw("</label>") }
            if node.nextSibling < 0, nodes[Int(node.parent)].kind == .footnoteDefinition {
                output.raw(" ")
                writeBackReferences(Int(node.parent))
            }
            if !isTight(node) { output.raw("</p>\n") }
        case .heading: closeHeading(node, index)
        case .blockQuote: open("</blockquote>\n")
        case .alert: open("</aside>\n")
        case .list: output.raw(node.flags.contains(.ordered) ? "</ol>\n" : "</ul>\n")
        case .item: output.raw("</li>\n")
        case .table:
            if nodes[Int(node.firstChild)].nextSibling >= 0 { open("</tbody>") }
            open("</table></div>\n")
        case .tableRow:
            open("</tr>")
            if node.flags.contains(.header) { open("</thead>") }
        case .tableCell: output.raw(node.flags.contains(.header) ? "</th>" : "</td>")
        case .tabs: open("</div>\n")
        case .tab: open("</section>\n")
        case .details: open("</details>\n")
        case .chart: open("</details></figure>\n")
        default: break
        }
    }

    /// Writes a tag at the beginning of a line.
    private mutating func open(_ tag: StaticString) {
        output.breakLine()
        output.raw(tag)
    }

    private func isTight(_ node: Node) -> Bool {
        let parent = nodes[Int(node.parent)]
        guard parent.parent >= 0 else { return false }
        let list = nodes[Int(parent.parent)]
        return list.kind == .list && list.flags.contains(.tight)
    }

    // MARK: - Headings

    private func outputLevel(_ node: Node) -> UInt8 {
        UInt8(min(max(Int(node.detail) + options.headingShift, 1), 6))
    }

    private mutating func openHeading(_ node: Node) {
        output.breakLine()
        output.raw("<h")
        output.raw(48 + outputLevel(node))
        output.raw(" id=\"")
        writeID(document.storage.headings[Int(node.payload)].id)
        output.raw("\"")
        writeSourceAttribute(node)
        output.raw(">")
    }

    private mutating func closeHeading(_ node: Node, _ index: Int) {
        let level = outputLevel(node)
        if level > 1, options.hasAnchors {
            output.raw("<a class=\"anchor\" href=\"#")
            output.address(options.idPrefix)
            output.address(document.storage.headings[Int(node.payload)].id)
            output.raw("\" aria-label=\"Link to this section: ")
            var title: [UInt8] = []
            PlainText.write(Cursor(document: document, index: index), into: &title)
            title.withUnsafeBufferPointer { output.escaped($0) }
            output.raw("\"></a>")
        }
        output.raw("</h")
        output.raw(48 + level)
        output.raw(">\n")
    }

    mutating func writeID(_ id: String) {
        output.escaped(options.idPrefix)
        output.escaped(id)
    }

    // MARK: - Lists

    private mutating func openList(_ node: Node, _ index: Int) {
        output.breakLine()
        output.raw(node.flags.contains(.ordered) ? "<ol" : "<ul")
        if node.flags.contains(.ordered), node.payload != 1 {
            output.raw(" start=\"\(node.payload)\"")
        }
        var item = node.firstChild
        while item >= 0, !nodes[Int(item)].flags.contains(.task) { item = nodes[Int(item)].nextSibling }
        output.raw(item >= 0 ? " class=\"tasks\">\n" : ">\n")
    }

    private mutating func openItem(_ node: Node, _ index: Int) {
        output.breakLine()
        guard node.flags.contains(.task) else { return output.raw("<li>") }
        output.raw("<li class=\"task\">")
        // Without a paragraph there is no label; a box without one would have no name.
        if node.firstChild < 0 || nodes[Int(node.firstChild)].kind != .paragraph {
            output.raw("<label>")
            writeCheckBox(node)
            output.raw("</label>")
        }
    }

    private mutating func writeCheckBox(_ item: Node) {
        output.raw(
            item.flags.contains(.checked)
                ? "<input type=\"checkbox\" checked disabled> " : "<input type=\"checkbox\" disabled> ")
    }

    /// Whether a paragraph is the label of a check box.
    private func isFirstOfTask(_ node: Node, _ index: Int) -> Bool {
        let parent = nodes[Int(node.parent)]
        return parent.kind == .item && parent.flags.contains(.task) && Int(parent.firstChild) == index
    }

    // MARK: - Others

    private mutating func openAlert(_ node: Node) {
        let kind = AlertKind(rawValue: node.detail) ?? .note
        open("<aside class=\"alert alert-")
        output.raw(kind.name)
        output.raw("\" role=\"note\"><p class=\"alert-title\">")
        output.raw(kind.title)
        output.raw("</p>\n")
    }

    private mutating func openRow(_ node: Node, _ index: Int) {
        output.breakLine()
        if node.flags.contains(.header) {
            output.raw("<thead>\n")
        } else if nodes[Int(nodes[Int(node.parent)].firstChild)].nextSibling == Int32(index) {
            output.raw("<tbody>\n")
        }
        output.raw("<tr>")
    }

    private mutating func openCell(_ node: Node) {
        output.breakLine()
        output.raw(node.flags.contains(.header) ? "<th" : "<td")
        switch Alignment(rawValue: node.detail) {
        case .left: output.raw(" class=\"left\">")
        case .center: output.raw(" class=\"center\">")
        case .right: output.raw(" class=\"right\">")
        default: output.raw(">")
        }
    }

    private mutating func writeHTMLBlock(_ index: Int) {
        output.breakLine()
        writeSourceComment(nodes[index])
        switch options.rawHTML {
        case .filtered: TagFilter.write(literal(index), into: &output)
        case .escaped: output.escaped(literal(index))
        case .omitted: output.raw("<!-- raw HTML omitted -->")
        }
        output.breakLine()
    }
}
