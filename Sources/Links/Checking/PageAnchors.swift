import Diagnostics
import Site

/// The anchors of a page that a server sent.
struct PageAnchors {
    private let ids: Set<String>

    /// Nil where nobody can tell: it is no HTML, its end was not read, or it has no id at all, since scripts make it.
    init?(_ answer: WebAnswer) {
        let type = (answer.contentType ?? "").lowercased()
        guard type.hasPrefix("text/html") || type.hasPrefix("application/xhtml+xml"), answer.isWhole else {
            return nil
        }
        ids = HTMLAnchors.ids(in: answer.body)
        if ids.isEmpty { return nil }
    }

    /// Whether the page has no such anchor.
    func lacks(_ fragment: String) -> Bool {
        if fragment.lowercased() == "top" || isOfScripts(fragment) { return false }
        // GitHub puts this before the ids of what users write, and its scripts take it off.
        return !ids.contains(fragment) && !ids.contains("user-content-" + fragment)
            && !ids.contains("user-content-" + fragment.lowercased())
    }

    func nearest(to fragment: String) -> String? { Spelling.nearest(to: fragment, among: ids.sorted()) }

    /// Routes of applications, and lines of code, are known to scripts only.
    private func isOfScripts(_ fragment: String) -> Bool {
        if fragment.hasPrefix("/") || fragment.hasPrefix("!") || fragment.contains("=") { return true }
        let digits = fragment.dropFirst().prefix { $0.isNumber }
        return fragment.first == "L" && !digits.isEmpty
    }
}
