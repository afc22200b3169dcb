import Diagnostics
import Markup
import YAML

/// What has been proven of each example, as it is kept beside the sources and shown on pages.
///
/// `galley snippets record` writes it after a run of all checkers; a build only reads it, so that a site can be built
/// where no checker is. It holds no times and no dates, and an entry speaks of one code only: another code has another
/// digest, and no evidence.
public struct EvidenceLedger: Sendable {
    public struct Entry: Sendable, Equatable {
        public var id: String
        /// The path of the fragment.
        public var fragment: String
        /// The first sixteen digits of the SHA-256 of the code.
        public var digest: String
        public var language: String
        /// `parsed`, `validated`, `executed`, `matched`; nil where nothing was proven.
        public var level: String?
        public var checker: String?
        public var tools: [String] = []
        public var claims: [String] = []
        /// Why it is not proven.
        public var skip: String?

        public init(id: String, fragment: String, digest: String, language: String) {
            self.id = id
            self.fragment = fragment
            self.digest = digest
            self.language = language
        }
    }

    public let entries: [Entry]
    private let byCode: [String: Int]
    private let byID: [String: Int]
    /// The numbers of each fragment's entries.
    private let byFragment: [String: [Int]]

    public init(_ entries: [Entry]) {
        self.entries = entries
        byCode = Dictionary(
            entries.enumerated().map { (Self.key($1.fragment, $1.digest), $0) }, uniquingKeysWith: { first, _ in first }
        )
        byFragment = Dictionary(grouping: entries.indices) { entries[$0].fragment }
        byID = Dictionary(entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The short digest that entries have of a code.
    public static func digest(of code: some Sequence<UInt8>) -> String { String(Digest.of(code).prefix(16)) }

    /// What is known of a block of a fragment; nil where its code is not the one that was proven.
    func entry(for block: CodeBlock, in fragment: String) -> Entry? {
        byCode[Self.key(fragment, Self.digest(of: block.body))].map { entries[$0] }
    }

    /// The entry of an id.
    public func entry(id: String) -> Entry? { byID[id].map { entries[$0] } }

    /// Adds what is known of a fragment's examples: all that their pages show of it.
    func add(_ fragment: String, to key: inout KeyBuilder) {
        key.add((byFragment[fragment] ?? []).flatMap { Array(Self.value(entries[$0]).text(pretty: false).utf8) })
    }

    /// Adds all that is known.
    func add(to key: inout KeyBuilder) { key.add(text) }

    private static func key(_ fragment: String, _ digest: String) -> String { digest + fragment }

    // MARK: - The file

    /// The ledger as a file: JSON, an entry a line, so that a change of one example is a change of one line.
    public var text: String {
        guard !entries.isEmpty else { return "[]\n" }
        return "[\n" + entries.map { Self.value($0).text(pretty: false) }.joined(separator: ",\n") + "\n]\n"
    }

    private static func value(_ entry: Entry) -> JSONValue {
        let list = { (values: [String]) -> JSONValue? in values.isEmpty ? nil : .array(values.map { .string($0) }) }
        return .members([
            "id": .string(entry.id), "fragment": .string(entry.fragment), "digest": .string(entry.digest),
            "language": .string(entry.language), "level": entry.level.map { .string($0) },
            "checker": entry.checker.map { .string($0) }, "tools": list(entry.tools), "claims": list(entry.claims),
            "skip": entry.skip.map { .string($0) },
        ])
    }

    /// Reads a ledger. JSON is YAML, so broken ones are told with their place.
    public init?(_ file: SourceFile, into findings: inout [Diagnostic]) {
        var report: [Diagnostic] = []
        let stream = YAMLStream(file, into: &report)
        let entries = stream.documents.first.flatMap {
            $0.decode(YAMLType<[Located<Entry>]>.list(of: .ledgerEntry), into: &report)
        }
        guard report.isEmpty, let entries else {
            findings.append(
                EvidenceMalformed.found(
                    report.first?.message ?? "it is empty", at: report.first?.span ?? file.wholeSpan))
            return nil
        }
        self.init(entries.map(\.value))
    }
}

extension YAMLType where Value == EvidenceLedger.Entry {
    fileprivate static var ledgerEntry: Self {
        .mapping("an entry") { fields in
            let id = fields.required("id", as: .string)
            let fragment = fields.required("fragment", as: .string)
            let digest = fields.required("digest", as: .string)
            let language = fields.required("language", as: .possiblyEmptyString)
            guard let id, let fragment, let digest, let language else { return nil }
            var entry = EvidenceLedger.Entry(
                id: id.value, fragment: fragment.value, digest: digest.value, language: language.value)
            entry.level = fields.optional("level", as: .string)?.value
            entry.checker = fields.optional("checker", as: .string)?.value
            entry.tools = fields.optional("tools", as: .list(of: .string))?.value.map(\.value) ?? []
            entry.claims = fields.optional("claims", as: .list(of: .string))?.value.map(\.value) ?? []
            entry.skip = fields.optional("skip", as: .string)?.value
            return entry
        }
    }
}
