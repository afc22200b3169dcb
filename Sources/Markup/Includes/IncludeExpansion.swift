import Diagnostics

/// Expands the include directives of a fragment.
///
/// A Markdown file takes the place of its directive, with its own includes expanded; any other file becomes a fenced code
/// block. What stands before the directive in its line, the marks of quotes and lists or an indentation, goes before each
/// line of what is included, so that it stays in its container.
struct IncludeExpansion {
    /// How deep files may include each other.
    static let maximumDepth = 32
    /// How many directives may be expanded for one fragment.
    static let maximumCount = 5_000

    private(set) var report: [Diagnostic] = []
    /// All paths that were asked for, also of files that are missing.
    private(set) var dependencies: Set<String> = []

    private let files: ProjectFiles
    private let limit: Int
    /// The files that are being expanded, outermost first.
    private var chain: [String]
    private var size = 0
    private var count = 0
    /// Whether a limit was passed: that is reported once, and nothing more is expanded.
    private var isOverLimit = false

    init(files: ProjectFiles, root: String, limit: Int) {
        self.files = files
        self.limit = limit
        chain = [root]
    }

    /// The text with all directives expanded. One that can't be is reported and left out.
    mutating func expand(_ text: MappedText) -> MappedText {
        let found = IncludeScan.directives(in: text.bytes)
        if found.isEmpty { return text }
        var builder = TextBuilder()
        var start = 0
        for include in found {
            switch include.directive {
            case .failure(let malformed):
                report.append(IncludeMalformed.finding(malformed.fault, at: text.map.origin(of: malformed.range)))
            case .success(let directive):
                let line = include.line.range
                let next = min(line.upperBound + 1, text.bytes.count)
                builder.copy(start..<line.lowerBound, of: text)
                start = next
                let site = Site(text: text, line: include.line, directive: directive)
                if let included = read(site) { site.write(included, into: &builder) }
            }
        }
        builder.copy(start..<text.bytes.count, of: text)
        return builder.build(fallback: text.map.origin(of: 0..<0).span)
    }

    private mutating func read(_ site: Site) -> Site.Included? {
        guard !isOverLimit else { return nil }
        count += 1
        guard count <= Self.maximumCount else {
            isOverLimit = true
            report.append(FragmentTooLarge.tooManyIncludes(limit: Self.maximumCount, at: site.origin))
            return nil
        }
        let directive = site.directive
        let folder = ProjectFiles.folder(of: chain.last ?? "")
        guard let path = ProjectFiles.join(folder, directive.path) else {
            report.append(IncludeOutsideProject.finding(directive.path, target: nil, at: site.pathOrigin))
            return nil
        }
        dependencies.insert(path)
        guard !chain.contains(path) else {
            report.append(IncludeCycle.finding(chain + [path], at: site.pathOrigin))
            return nil
        }
        guard chain.count < Self.maximumDepth else {
            report.append(IncludeCycle.tooDeep(limit: Self.maximumDepth, at: site.pathOrigin))
            return nil
        }
        switch files.file(path, limit: limit) {
        case .failure(let failure):
            report.append(finding(failure, path: path, site))
            return nil
        case .success(let file):
            size += file.bytes.count
            guard size <= limit else {
                isOverLimit = true
                report.append(FragmentTooLarge.withIncludes(limit: limit, at: site.origin))
                return nil
            }
            return content(of: file, path: path, site)
        }
    }

    private mutating func content(of file: SourceFile, path: String, _ site: Site) -> Site.Included? {
        let trail = [site.origin.span] + site.origin.includedFrom
        guard let checked = MappedText(checking: file, includedFrom: trail, limit: limit, into: &report) else {
            return nil
        }
        var whole = TextBuilder()
        whole.copy(0..<checked.bytes.count, of: checked, includedFrom: site.origin)
        var text = whole.build(fallback: file.wholeSpan)
        let isMarkdown = path.hasSuffix(".md")
        if isMarkdown { text = FrontMatter.split(text, into: &report).body }
        guard let part = part(of: text, path: path, site) else { return nil }
        guard isMarkdown else { return .code(part, language: FileLanguage.name(ofFile: path)) }
        if !site.directive.attributes.isEmpty {
            let attributes = site.text.map.origin(of: site.directive.attributes)
            report.append(IncludeMalformed.attributesOfMarkdown(at: attributes))
        }
        chain.append(path)
        defer { chain.removeLast() }
        return .markdown(expand(part))
    }

    /// The region that is asked for, or the whole.
    private mutating func part(of text: MappedText, path: String, _ site: Site) -> MappedText? {
        let region: Region
        do throws(Region.Failure) {
            region =
                try site.directive.region.map { name throws(Region.Failure) in try Region(name, of: text.bytes) }
                ?? Region(wholeOf: text.bytes)
        } catch {
            let name = site.directive.region ?? ""
            switch error {
            case .missing(let known):
                let place = site.text.map.origin(of: site.directive.regionRange)
                report.append(IncludeRegionMissing.finding(name, in: path, known: known, at: place))
            case .unclosed(let line):
                report.append(IncludeRegionUnclosed.finding(name, at: text.map.origin(of: line)))
            }
            return nil
        }
        var builder = TextBuilder()
        for line in region.lines {
            let start = min(line.lowerBound + region.indentation, line.upperBound)
            let hasBreak = line.upperBound < text.bytes.count
            builder.copy(start..<line.upperBound + (hasBreak ? 1 : 0), of: text)
            if !hasBreak { builder.put([UInt8(ascii: "\n")], for: line.upperBound..<line.upperBound, of: text) }
        }
        return builder.build(fallback: text.map.origin(of: 0..<0).span)
    }

    private func finding(_ failure: ProjectFiles.Failure, path: String, _ site: Site) -> Diagnostic {
        switch failure {
        case .missing:
            let folder = ProjectFiles.folder(of: path)
            let names = files.entries(of: folder).filter { !$0.isFolder }.map(\.name)
            return IncludeMissing.finding(path, among: names, written: site.directive.path, at: site.pathOrigin)
        case .outsideProject(let target):
            return IncludeOutsideProject.finding(site.directive.path, target: target, at: site.pathOrigin)
        case .isFolder: return IncludeIsFolder.finding(path, at: site.pathOrigin)
        case .notReadable(let reason): return IncludeNotReadable.finding(path, reason: reason, at: site.pathOrigin)
        case .tooLarge: return FragmentTooLarge.withIncludes(limit: limit, at: site.origin)
        }
    }
}
