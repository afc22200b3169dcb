import Diagnostics
import YAML

// What a configuration says must be true of the project: folders and pages exist, no page is forgotten, and nothing that
// is built overwrites what was written by hand.
extension Configuration {
    func check(against files: ProjectFiles, into report: inout [Diagnostic]) {
        for publication in publications { check(publication, files, &report) }
        checkNames(&report)
        if let theme { checkFolder(theme, files, "the folder of the theme", &report) }
        if let overrides { checkFolder(overrides, files, "the folder of overrides", &report) }
        checkOutputs(files, &report)
        checkRedirects(&report)
    }

    private func check(_ publication: Publication, _ files: ProjectFiles, _ report: inout [Diagnostic]) {
        let source = publication.source
        guard checkFolder(source, files, "the source folder", &report) else { return }
        let fragments = Self.fragments(below: source.value, files)
        let known = Set(fragments)
        var listed: [String: Span] = [:]
        for page in publication.pages {
            if let first = listed[page.value] {
                report.append(PageListedTwice.finding(page.value, at: page.origin, first: first))
                continue
            }
            listed[page.value] = page.span
            if !known.contains(page.value), !files.isFile(publication.path(of: page.value)) {
                let names = fragments.filter { name in !publication.pages.contains { $0.value == name } }
                report.append(PageMissing.finding(page.value, in: source.value, among: names, at: page.origin))
            }
        }
        for fragment in fragments where listed[fragment] == nil {
            report.append(PageNotListed.finding(fragment, in: source.value, at: source.origin))
        }
    }

    @discardableResult
    private func checkFolder(
        _ folder: Located<String>, _ files: ProjectFiles, _ what: String, _ report: inout [Diagnostic]
    ) -> Bool {
        if files.isFolder(folder.value) { return true }
        if case .failure(.outsideProject(let target)) = files.file(folder.value) {
            report.append(OutsideProject.finding(folder.value, target: target, at: folder.origin))
            return false
        }
        let parent = ProjectFiles.folder(of: folder.value)
        let siblings = files.entries(of: parent).filter(\.isFolder).map {
            parent.isEmpty ? $0.name : "\(parent)/\($0.name)"
        }
        report.append(FolderMissing.finding(folder.value, what: what, among: siblings, at: folder.origin))
        return false
    }

    private func checkNames(_ report: inout [Diagnostic]) {
        var ids: [String: Span] = [:]
        var paths: [String: Span] = [:]
        for publication in publications {
            if let first = ids.updateValue(publication.id.span, forKey: publication.id.value) {
                report.append(
                    DuplicatePublication.sameID(publication.id.value, at: publication.id.origin, first: first))
            } else if let first = paths[publication.path.value] {
                report.append(
                    DuplicatePublication.samePath(publication.path.value, at: publication.path.origin, first: first))
            }
            paths[publication.path.value] = publication.path.span
        }
    }

    private func checkOutputs(_ files: ProjectFiles, _ report: inout [Diagnostic]) {
        var sources = publications.map { (path: $0.source.value, span: $0.source.span) }
        if let theme = theme(in: files) { sources.append((theme.value, theme.span)) }
        if let overrides { sources.append((overrides.value, overrides.span)) }
        sources.append((file.path, file.span(0..<0)))

        let isOverSource = sources.first { Self.contains(output.value, $0.path) }
        if let isOverSource {
            report.append(
                OutputOverSource.finding(output.value, isOverSource.path, at: output.origin, source: isOverSource.span))
        } else if let source = sources.dropLast().first(where: { Self.contains($0.path, output.value) }) {
            report.append(OutputOverSource.inside(output.value, source.path, at: output.origin, source: source.span))
        }
        checkInside(output, files, &report)
        for markdown in publications.compactMap(\.markdown) {
            checkInside(markdown, files, &report)
            if files.isFolder(markdown.value) {
                report.append(
                    YAMLWrongType.finding(
                        found: "the folder `\(markdown.value)`", expected: "the path of a file to write",
                        at: markdown.origin))
            } else if let source = sources.first(where: { Self.contains($0.path, markdown.value) }) {
                report.append(
                    OutputOverSource.inside(markdown.value, source.path, at: markdown.origin, source: source.span))
            }
        }
    }

    /// What is written must stay in the project, also where a folder on the way is a symbolic link.
    private func checkInside(_ output: Located<String>, _ files: ProjectFiles, _ report: inout [Diagnostic]) {
        var folder = output.value
        while true {
            if case .failure(.outsideProject(let target)) = files.file(folder) {
                report.append(OutsideProject.finding(output.value, target: target, at: output.origin))
                return
            }
            if folder.isEmpty { return }
            folder = ProjectFiles.folder(of: folder)
        }
    }

    private func checkRedirects(_ report: inout [Diagnostic]) {
        var seen: [String: Span] = [:]
        for redirect in redirects {
            let from = redirect.from.value
            if !MalformedRedirect.isWellFormed(from) {
                report.append(MalformedRedirect.finding(from, at: redirect.from.origin))
            }
            seen[from] = redirect.from.span
        }
        for redirect in redirects where seen[redirect.to.value] != nil {
            report.append(MalformedRedirect.chain(redirect.to.value, at: redirect.to.origin))
        }
    }

    /// Fragments below a folder, relative to it. What begins with `_` is there to be included only.
    private static func fragments(below source: String, _ files: ProjectFiles) -> [String] {
        var found: [String] = []
        var folders = [""]
        while let folder = folders.popLast(), found.count < 100_000 {
            for entry in files.entries(of: folder.isEmpty ? source : "\(source)/\(folder)")
            where !entry.name.hasPrefix("_") && !entry.name.hasPrefix(".") {
                let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
                if entry.isFolder {
                    // A link to a folder above would never end.
                    if path.utf8.count < 1000, path.split(separator: "/").count < 20 { folders.append(path) }
                } else if entry.isFile, entry.name.hasSuffix(".md") {
                    found.append(path)
                }
            }
        }
        return found.sorted()
    }

    /// Whether a path is a folder's own or lies below it.
    private static func contains(_ folder: String, _ path: String) -> Bool {
        folder.isEmpty || path == folder || path.hasPrefix(folder + "/")
    }
}
