import Diagnostics
import YAML

/// A fragment as it goes into the Markdown parser: front matter and suppressions taken out, includes expanded, line
/// endings `\n`.
public struct FragmentText: Sendable {
    /// The fragment's own file.
    public let file: SourceFile
    public let frontMatter: FrontMatter
    /// UTF-8 without a byte order mark.
    public private(set) var text: [UInt8]
    /// From bytes of `text` to the author's files.
    public let map: PositionMap
    /// The paths of all files that the text depends on, with the fragment itself, sorted. A file that was asked for and
    /// is missing is among them: when it comes, the text changes.
    public let dependencies: [String]
    public let suppressions: [Suppression]

    /// The limit of a fragment's size with includes expanded, in bytes, where none is set.
    public static let standardLimit = 20_000_000

    /// Reads the fragment at a path of the project. What can't be read is reported; nil where that is the fragment
    /// itself. `asker` is where the fragment is named, for findings that have no place in it.
    public static func read(
        _ path: String, in files: ProjectFiles, limit: Int = standardLimit, asker: PositionMap.Origin? = nil,
        into report: inout [Diagnostic]
    ) -> FragmentText? {
        switch files.file(path, limit: limit) {
        case .success(let file): return FragmentText(file, in: files, limit: limit, into: &report)
        case .failure(let failure):
            report.append(FragmentUnreadable.finding(failure, path: path, asker: asker))
            return nil
        }
    }

    /// Reads a fragment of which the bytes are at hand. Nil where they are no text; `report` then says why.
    public init?(
        _ file: SourceFile, in files: ProjectFiles, limit: Int = standardLimit, into report: inout [Diagnostic]
    ) {
        guard let whole = MappedText(checking: file, includedFrom: [], limit: limit, into: &report) else { return nil }
        if whole.bytes.allSatisfy(\.isSpaceCharacter) {
            report.append(FragmentEmpty.finding(at: file.span(0..<0)))
            return nil
        }
        let (block, body) = FrontMatter.split(whole, into: &report)
        frontMatter = block.map { FrontMatter($0, into: &report) } ?? .empty
        if body.bytes.allSatisfy(\.isSpaceCharacter) {
            report.append(FragmentEmpty.onlyFrontMatter(at: body.map.origin(at: body.bytes.count).span))
            return nil
        }
        var expansion = IncludeExpansion(files: files, root: file.path, limit: limit)
        let expanded = expansion.expand(body)
        report += expansion.report
        let (published, suppressions) = Suppression.takeOut(of: expanded, into: &report)
        self.file = file
        self.suppressions = suppressions
        text = published.bytes
        map = published.map
        dependencies = expansion.dependencies.union([file.path]).sorted()
    }

    /// The same for those who keep the document that was parsed of it, which has the text as well.
    public func withoutText() -> FragmentText {
        var rest = self
        rest.text = []
        return rest
    }

    /// What is left of a fragment that was there a moment ago: nothing.
    public init(gone path: String) {
        file = SourceFile(path: path, bytes: [])
        frontMatter = .empty
        text = []
        map = PositionMap(identity: file)
        dependencies = [path]
        suppressions = []
    }
}

/// A text with the places of its bytes.
struct MappedText: Sendable {
    var bytes: [UInt8]
    var map: PositionMap

    /// A part of the text.
    func part(_ range: Range<Int>) -> MappedText {
        var builder = PositionMap.Builder()
        builder.copy(range, of: map)
        return MappedText(bytes: Array(bytes[range]), map: builder.build(fallback: map.origin(of: range).span))
    }
}

/// Builds a text and its map in step.
struct TextBuilder {
    private(set) var bytes: [UInt8] = []
    private var builder = PositionMap.Builder()

    mutating func copy(_ range: Range<Int>, of source: MappedText, includedFrom: PositionMap.Origin? = nil) {
        bytes += source.bytes[range]
        builder.copy(range, of: source.map, includedFrom: includedFrom)
    }

    /// Bytes of the program's own, in the place of a range of the source.
    mutating func put(_ new: some Collection<UInt8>, for range: Range<Int>, of source: MappedText) {
        bytes += new
        builder.replace(range, of: source.map, with: new.count)
    }

    func build(fallback: Span) -> MappedText { MappedText(bytes: bytes, map: builder.build(fallback: fallback)) }
}
