import Diagnostics

/// The day on which each address outside the site was last good, as a file beside the sources.
///
/// One line an address, sorted: two branches that record different addresses merge by themselves, and where both record
/// one address the later day counts. `galley check links --record` writes it; a build only reads it.
public struct LinkLedger: Sendable, Equatable {
    public private(set) var lastGood: [String: CalendarDate]

    private static let heading = "# The day on which each address was last good, by `galley check links --record`.\n"

    public init(_ lastGood: [String: CalendarDate] = [:]) { self.lastGood = lastGood }

    /// Reads a ledger. Lines that are none are told, and all others count.
    public init(_ file: SourceFile, into findings: inout [Diagnostic]) {
        lastGood = [:]
        guard String(validating: file.bytes, as: UTF8.self) != nil else {
            findings.append(LinkLedgerMalformed.noText(at: file.span(file.lineRange(0))))
            return
        }
        for index in file.lineStarts.indices {
            let range = file.lineRange(index)
            let line = file.bytes[range]
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            let parts = String(decoding: line, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].contains("://"), let day = CalendarDate(parts[1]) else {
                findings.append(LinkLedgerMalformed.line(at: file.span(range)))
                continue
            }
            note(String(parts[0]), good: day)
        }
    }

    /// The ledger as a file.
    public var text: String {
        Self.heading + lastGood.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
    }

    public mutating func note(_ address: String, good day: CalendarDate) {
        lastGood[address] = max(lastGood[address] ?? day, day)
    }

    /// Puts a day in the place of another, whichever is later.
    public mutating func renew(_ address: String, good day: CalendarDate) { lastGood[address] = day }

    /// Forgets addresses that no link names any more.
    public mutating func keep(_ addresses: Set<String>) {
        lastGood = lastGood.filter { addresses.contains($0.key) }
    }
}
