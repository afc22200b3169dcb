import Configuration
import Diagnostics
import Markup

/// A page as the navigation lists it, before it is read.
struct Listing: Sendable {
    let place: Chapter.Place
    /// Where the configuration names it.
    let page: PositionMap.Origin
    /// The path of the fragment in the project.
    let source: String

    /// Reads and parses the fragment.
    /// - Parameter recent: where texts are let go of some time after they were made; nil where they stay.
    func read(
        _ files: ProjectFiles, limit: Int, recent: RecentTexts? = nil, into findings: inout [Diagnostic]
    ) -> Chapter? {
        let before = findings.count
        guard let text = text(files, limit: limit, into: &findings) else { return nil }
        return Chapter(
            place, text, textKey: BuildMemory.text(of: text.fragment.dependencies, in: files),
            isSound: findings.count == before, recent: recent
        ) {
            var told: [Diagnostic] = []
            return self.text(files, limit: limit, into: &told) ?? gone
        }
    }

    private func text(_ files: ProjectFiles, limit: Int, into findings: inout [Diagnostic]) -> Chapter.Text? {
        guard let fragment = FragmentText.read(source, in: files, limit: limit, asker: page, into: &findings) else {
            return nil
        }
        let document = Document.parse(fragment.text, map: fragment.map, into: &findings)
        return Chapter.Text(fragment: fragment.withoutText(), document: document)
    }

    /// What is left of a fragment that was there a moment ago.
    private var gone: Chapter.Text {
        let nothing = FragmentText(gone: source)
        var findings: [Diagnostic] = []
        let document = Document.parse(nothing.text, map: nothing.map, into: &findings)
        return Chapter.Text(fragment: nothing, document: document, isOther: true)
    }

    /// An earlier reading of the fragment, which may have stood at another place of the navigation.
    func taking(_ reading: Manuscript.Reading) -> Manuscript.Reading? {
        guard let chapter = reading.chapter else { return nil }
        return Manuscript.Reading(
            chapter: chapter.place == place ? chapter : Chapter(chapter, at: place), findings: reading.findings,
            isKnown: true)
    }

    /// The chapter as the last build knew it; nil where it did not, or where it may have changed.
    func recall(_ memory: BuildMemory, _ files: ProjectFiles, _ folder: OpenFolder, limit: Int) -> Chapter? {
        guard let known = memory.chapter(source, in: files, folder) else { return nil }
        let key = BuildMemory.text(of: known.files)
        return Chapter(place, known, textKey: key) {
            var findings: [Diagnostic] = []
            guard var text = text(files, limit: limit, into: &findings) else { return gone }
            let isSame = findings.isEmpty && BuildMemory.text(of: text.fragment.dependencies, in: files) == key
            text.isOther = !isSame
            return text
        }
    }
}

extension Manuscript {
    static func listings(_ index: Int, _ publication: Publication) -> [Listing] {
        let folder = publication.path.value.isEmpty ? "" : publication.path.value + "/"
        var number = 0
        return publication.navigation.flatMap { group in
            group.pages.map { page in
                number += 1
                let path = SitePath("\(folder)\(Chapter.slug(of: page.value)).html")
                return Listing(
                    place: Chapter.Place(publication: index, number: number, group: group.title.value, path: path),
                    page: page.origin, source: publication.path(of: page.value))
            }
        }
    }
}
