import Markup

/// What readers are shown of a chapter's sections.
struct SearchTexts: Sendable {
    /// The page as a list in JSON, without its end: address, title.
    let page: [UInt8]
    /// Each section as a list in JSON: anchor, heading, text.
    let sections: [[UInt8]]

    /// - Parameter sections: of the chapter.
    init(_ chapter: Chapter, _ sections: [SearchText.Section]) {
        page = JSONText.list([SitePath.encoded(chapter.path.text), chapter.title].map { Array($0.utf8) })
        self.sections = sections.enumerated().map { number, section in
            var list = JSONText.list([Array(section.anchor.utf8), number == 0 ? [] : section.title, section.text])
            list.append(UInt8(ascii: "]"))
            return list
        }
    }

    /// The sections of a chapter: the first one is the page itself.
    static func sections(of chapter: Chapter) -> [SearchText.Section] {
        var sections = pieces(SearchText(chapter.document).sections)
        // The first heading is the page itself, and what stands before it as well.
        if sections.count > 1, sections[1].level == 1, sections[0].text.isEmpty { sections.removeFirst() }
        sections[0].anchor = ""
        return sections
    }

    /// The longest text of one section, in bytes.
    private static let longest = 8000

    /// A very long section in several, so that no reader has to be sent all of it for one line.
    private static func pieces(_ sections: [SearchText.Section]) -> [SearchText.Section] {
        guard sections.contains(where: { $0.text.count > longest }) else { return sections }
        return sections.flatMap { section -> [SearchText.Section] in
            var pieces: [SearchText.Section] = []
            var rest = section.text[...]
            while rest.count > longest {
                // At a blank, or at least not within a character.
                let end =
                    rest.prefix(longest).lastIndex(of: UInt8(ascii: " "))
                    ?? rest.prefix(longest).lastIndex { $0 & 0xC0 != 0x80 } ?? rest.startIndex
                guard end > rest.startIndex else { break }
                pieces.append(section)
                pieces[pieces.count - 1].text = Array(rest[..<end])
                rest = rest[end...].drop { $0 == UInt8(ascii: " ") }
            }
            pieces.append(section)
            pieces[pieces.count - 1].text = Array(rest)
            return pieces
        }
    }
}
