import Markup

/// The sections of a page, two levels deep, as templates show them.
enum TableOfContents {
    /// - Parameters:
    ///   - top: the level of the first of the two.
    ///   - prefix: what the page puts before each id.
    static func entries(of document: Document, top: Int = 2, prefix: String = "") -> [TemplateContext] {
        var entries: [(heading: Heading, children: [Heading])] = []
        for heading in document.headings {
            if heading.level == top { entries.append((heading, [])) }
            if heading.level == top + 1, !entries.isEmpty { entries[entries.count - 1].children.append(heading) }
        }
        return entries.map { entry in
            [
                "title": title(entry.heading), "id": .text(prefix + entry.heading.id),
                "has_children": .flag(!entry.children.isEmpty),
                "children": .list(entry.children.map { ["title": title($0), "id": .text(prefix + $0.id)] }),
            ]
        }
    }

    private static func title(_ heading: Heading) -> TemplateValue {
        var html: [UInt8] = []
        HTMLWriter.writeTitle(heading, into: &html)
        return .html(html)
    }
}
