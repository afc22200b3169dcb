/// Files of one kind of the index, made one after the other.
struct SearchFiles {
    private let kind: String
    private let opening: StaticString
    private let closing: StaticString
    private var bytes: [UInt8] = []
    private var start: String?
    private(set) var outputs: [Output] = []
    /// What each file begins with, and the fingerprint in its name: words parted by blanks.
    private(set) var directory = ""

    init(_ kind: String, opening: StaticString, closing: StaticString) {
        self.kind = kind
        self.opening = opening
        self.closing = closing
    }

    /// The bytes of the file at hand.
    var size: Int { bytes.count }

    /// Ends the file at hand and begins another.
    mutating func begin(at start: String) {
        finish()
        self.start = start
    }

    mutating func add(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    mutating func finish() {
        guard let start else { return }
        let script = Self.script(bytes, in: opening, closing)
        let fingerprint = Self.fingerprint(of: script)
        outputs.append(Output(Self.path(kind, outputs.count, fingerprint), script))
        directory += (directory.isEmpty ? "" : " ") + "\(start) \(fingerprint)"
        bytes.removeAll(keepingCapacity: true)
        self.start = nil
    }

    /// Where a file is put.
    static func path(_ kind: String, _ number: Int, _ fingerprint: String) -> SitePath {
        SitePath("search/\(kind)-\(number).\(fingerprint).js")
    }

    /// Files are told apart by their numbers, so that less is enough to tell the versions of one.
    static func fingerprint(of script: [UInt8]) -> String { String(Fingerprint.of(script).prefix(6)) }

    /// Data as a script that hands it to the search of the page.
    static func script(_ data: [UInt8], in opening: StaticString = "", _ closing: StaticString = "") -> [UInt8] {
        var script: [UInt8] = []
        script.reserveCapacity(data.count + 20)
        script += "galleySearch(".utf8
        opening.withUTF8Buffer { script += $0 }
        script += data
        closing.withUTF8Buffer { script += $0 }
        script += ")\n".utf8
        return script
    }
}

/// Numbers as short text: five bits a digit, the lowest first; a digit from the second half says that more follow.
enum SearchNumber {
    static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func write(_ number: UInt32, into output: inout [UInt8]) {
        var rest = number
        while rest > 31 {
            output.append(digits[Int(rest & 31 | 32)])
            rest >>= 5
        }
        output.append(digits[Int(rest)])
    }
}
