extension HTMLWriter {
    mutating func enterInline(_ node: Node, _ index: Int) -> Bool {
        switch node.kind {
        case .text: output.escaped(part(node.text))
        case .softBreak: output.raw(isTitle ? .space : .newline)
        case .lineBreak: output.raw(isTitle ? " " : "<br />\n")
        case .code: writeCode(part(node.text))
        case .htmlInline:
            writeSourceComment(node)
            writeHTML(part(node.text))
        case .emphasis: output.raw("<em>")
        case .strong: output.raw("<strong>")
        case .strikethrough: output.raw("<del>")
        case .link:
            if !isTitle { openLink(Link(document: document, number: Int(node.payload))) }
        case .image:
            if isTitle { return true }
            writeImage(Link(document: document, number: Int(node.payload)), index)
            return false
        case .footnoteReference:
            if !isTitle { writeFootnoteReference(node, index) }
        default: break
        }
        return true
    }

    mutating func leaveInline(_ node: Node, _ index: Int) {
        switch node.kind {
        case .emphasis: output.raw("</em>")
        case .strong: output.raw("</strong>")
        case .strikethrough: output.raw("</del>")
        case .link:
            if !isTitle { output.raw("</a>") }
        default: break
        }
    }

    private mutating func writeHTML(_ html: UnsafeBufferPointer<UInt8>) {
        switch options.rawHTML {
        case .filtered: TagFilter.write(html, into: &output)
        case .escaped: output.escaped(html)
        case .omitted: output.raw("<!-- raw HTML omitted -->")
        }
    }

    private mutating func openLink(_ link: Link) {
        let data = document.storage.links[link.number]
        let resolved = options.resolve?(link)
        let isOutward = resolved.map { Address.isOutward($0.utf8) } ?? Address.isOutward(part(data.destination))
        output.raw(isOutward ? "<a class=\"external\" href=\"" : "<a href=\"")
        writeAddress(resolved, else: data.destination)
        if isOutward { output.raw("\" rel=\"noopener") }
        writeTitle(data.title)
        output.raw("\"")
        writeSourceAttribute(link.cursor.node)
        output.raw(">")
    }

    private mutating func writeImage(_ link: Link, _ index: Int) {
        let data = document.storage.links[link.number]
        output.raw("<img src=\"")
        writeAddress(options.resolve?(link), else: data.destination)
        output.raw("\" alt=\"")
        Cursor(document: document, index: index).walk { cursor, isEntering in
            guard isEntering else { return }
            switch cursor.kind {
            case .text, .code, .htmlInline: output.escaped(part(cursor.node.text))
            case .softBreak, .lineBreak: output.raw(.space)
            default: break
            }
        }
        writeTitle(data.title)
        if let size = options.imageSize?(link) {
            output.raw("\" width=\"\(size.width)\" height=\"\(size.height)")
        }
        output.raw("\" loading=\"lazy\"")
        writeSourceAttribute(link.cursor.node)
        output.raw(" />")
    }

    private mutating func writeAddress(_ resolved: String?, else destination: Range<Int>) {
        if let resolved {
            if !Address.isDangerous(resolved.utf8) { output.address(resolved) }
            return
        }
        var address = part(destination)
        if Address.isDangerous(address) { return }
        if !options.idPrefix.isEmpty, address.first == .hash, address.count > 1 {
            output.raw(.hash)
            output.address(options.idPrefix)
            address = UnsafeBufferPointer(rebasing: address.dropFirst())
        }
        output.address(address)
    }

    private mutating func writeTitle(_ title: Range<Int>) {
        guard !title.isEmpty else { return }
        output.raw("\" title=\"")
        output.escaped(part(title))
    }
}

/// What an address tells by its beginning.
public enum Address {
    static func isOutward(_ address: some Sequence<UInt8>) -> Bool {
        starts(address, with: "http://") || starts(address, with: "https://") || starts(address, with: "//")
    }

    /// Whether following the address would run something: what cmark-gfm refuses too. Pages have no such address.
    public static func isDangerous(_ address: some Sequence<UInt8>) -> Bool {
        if starts(address, with: "data:") {
            let images: [StaticString] = ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"]
            return !images.contains { starts(address, with: $0) }
        }
        return starts(address, with: "javascript:") || starts(address, with: "vbscript:")
            || starts(address, with: "file:")
    }

    private static func starts(_ address: some Sequence<UInt8>, with prefix: StaticString) -> Bool {
        prefix.withUTF8Buffer { address.starts(with: $0) { $0.lowercased == $1 } }
    }
}
