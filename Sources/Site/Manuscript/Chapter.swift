import Configuration
import Diagnostics
import Markup

/// A fragment in its place: numbered, with its address in the site, and parsed as soon as somebody asks for its text.
public final class Chapter: Sendable {
    /// Where the configuration puts a chapter.
    struct Place: Sendable, Equatable {
        /// The index of its publication in the configuration.
        let publication: Int
        /// The place in the publication, from 1.
        let number: Int
        /// The title of the group of the navigation that lists it.
        let group: String
        /// Its page in the site.
        let path: SitePath
    }

    struct Text: Sendable {
        let fragment: FragmentText
        let document: Document
        /// Whether the files were not what the facts were taken from: somebody changed them during the build.
        var isOther = false
    }

    let place: Place
    /// What others see of it.
    let facts: ChapterFacts
    /// Of the text; nil where it can't be told.
    let textKey: ContentKey?
    /// Whether nothing was found when it was read, so that it need not be read again as long as it stays what it is.
    let isSound: Bool
    /// What the last build knew of it, where nobody has changed it since.
    let known: BuildMemory.KnownChapter?
    private let text: OnDemand<Text>
    /// Where texts are let go of some time after they were made; nil where they stay.
    private let recent: RecentTexts?

    /// A chapter that was read.
    /// - Parameter again: reads it once more, for when its text was let go of.
    init(
        _ place: Place, _ text: Text, textKey: ContentKey?, isSound: Bool, recent: RecentTexts?,
        again: @escaping @Sendable () -> Text
    ) {
        self.place = place
        self.textKey = textKey
        self.isSound = isSound
        known = nil
        facts = ChapterFacts(text.fragment, text.document)
        self.recent = recent
        self.text = OnDemand(text, again: again)
        recent?.note(self.text)
    }

    /// A chapter that the last build read, and that nobody has changed since.
    init(
        _ place: Place, _ known: BuildMemory.KnownChapter, textKey: ContentKey, read: @escaping @Sendable () -> Text
    ) {
        self.place = place
        self.known = known
        facts = known.facts
        self.textKey = textKey
        isSound = true
        recent = nil
        text = OnDemand(read)
    }

    /// A chapter at another place of the navigation.
    init(_ chapter: Chapter, at place: Place) {
        self.place = place
        facts = chapter.facts
        textKey = chapter.textKey
        isSound = chapter.isSound
        known = chapter.known
        text = chapter.text
        recent = chapter.recent
    }

    /// Whether it is known from the last build.
    var isRecalled: Bool { known != nil }
    public var fragment: FragmentText { madeText.fragment }
    public var document: Document { madeText.document }

    private var madeText: Text {
        guard let recent else { return text.value }
        if let known = text.known { return known }
        let made = text.value
        recent.note(text)
        return made
    }

    /// Whether the text was asked for, and was another than it seemed.
    var isOther: Bool { text.known?.isOther ?? false }

    var publication: Int { place.publication }
    var number: Int { place.number }
    var group: String { place.group }
    public var path: SitePath { place.path }

    /// The path of the fragment in the project.
    public var source: String { facts.source }
    /// The title that pages and lists show.
    var title: String { facts.title ?? path.text }
    /// The title in the navigation.
    var shortTitle: String { facts.navigationTitle ?? title }
    /// One sentence about the chapter.
    var description: String { facts.description ?? title }
    /// The beginning of the fragment.
    var start: Span { fragment.file.span(0..<0) }

    /// Whether some part of a path begins with a digit, as far as a look at the bytes can tell.
    private static func mayBeNumbered(_ path: Substring) -> Bool {
        var isAtStart = true
        for byte in path.utf8 {
            if isAtStart, byte >= 0x80 || byte &- UInt8(ascii: "0") < 10 { return true }
            isAtStart = byte == UInt8(ascii: "/")
        }
        return false
    }

    /// The name of a fragment's page: its file's name without the number at its beginning.
    static func slug(of page: String) -> String {
        let withoutEnding = page.hasSuffix(".md") ? page.dropLast(3) : page[...]
        guard mayBeNumbered(withoutEnding) else { return String(withoutEnding) }
        return withoutEnding.split(separator: "/", omittingEmptySubsequences: false).map { part in
            let digits = part.prefix(while: \.isNumber)
            let rest = part.dropFirst(digits.count)
            let isNumbered = !digits.isEmpty && rest.count > 1 && (rest.first == "-" || rest.first == "_")
            return String(isNumbered ? rest.dropFirst() : part)
        }.joined(separator: "/")
    }
}
