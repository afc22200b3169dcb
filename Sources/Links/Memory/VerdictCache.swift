import Foundation
import Glibc
import Synchronization

/// What this machine found out not long ago, so that nobody is asked twice in a row and a run that was cut off goes on
/// where it stopped.
///
/// A line is added as soon as a verdict is there. Failures of the network are not kept: the next run may have more luck.
/// A file that can't be read or written is as good as none.
final class VerdictCache: Sendable {
    struct Ages: Sendable {
        let good: Duration
        let bad: Duration
    }

    private struct Entry {
        let seconds: Int
        let outcome: Inquiry.Outcome
    }

    private let path: String
    private let now: Int
    /// By policy and address.
    private let entries: Mutex<[String: [String: Entry]]>
    /// The file that lines are added to; below 0 where it can't be had.
    private let descriptor: Int32

    /// - Parameter path: an absolute path; it need not exist.
    init(path: String, ages: Ages, now: Date = Date()) {
        self.path = path
        self.now = Int(now.timeIntervalSince1970)
        var entries: [String: [String: Entry]] = [:]
        let bytes = FileManager.default.contents(atPath: path) ?? Data()
        var start = bytes.startIndex
        // Line by line: the whole file as lines of fields takes a lot.
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            defer { start = end + 1 }
            guard let (policy, address, entry) = Self.read(String(decoding: bytes[start..<end], as: UTF8.self)) else {
                continue
            }
            let age = entry.outcome.verdict.isGood ? ages.good : ages.bad
            // What was found in the future was found under a wrong clock.
            guard entry.seconds <= self.now, self.now - entry.seconds < age.milliseconds / 1000 else { continue }
            entries[policy, default: [:]][address] = entry
        }
        self.entries = Mutex(entries)
        let folder = (path as NSString).deletingLastPathComponent
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o644)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// - Parameter policy: the digest of the settings that the outcome depends on.
    func outcome(of target: Inquiry.Target, policy: String) -> Inquiry.Outcome? {
        guard let known = entries.withLock({ $0[policy]?[target.address.text]?.outcome }) else { return nil }
        // The page may not have been looked through for an anchor that a new link names.
        return known.answers(target) ? known : nil
    }

    func remember(_ outcome: Inquiry.Outcome, of target: Inquiry.Target, policy: String) {
        let address = target.address.text
        let entry = Entry(seconds: now, outcome: outcome)
        guard let line = Self.line(policy, address, entry) else { return }
        entries.withLock { entries in
            entries[policy, default: [:]][address] = entry
            guard descriptor >= 0 else { return }
            _ = line.withCString { write(descriptor, $0, strlen($0)) }
        }
    }

    /// Writes the file anew without what is out of date, in the order of its lines.
    func save() {
        let file = "\(path).\(getpid())"
        let known = entries.withLock { $0 }
        let order = known.flatMap { policy, entries in entries.map { ($0.value.seconds, policy, $0.key) } }.sorted(
            by: <)
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { return }
        guard let stream = fdopen(descriptor, "w") else {
            close(descriptor)
            return
        }
        for (_, policy, address) in order {
            guard let entry = known[policy]?[address], let line = Self.line(policy, address, entry) else { continue }
            fputs(line, stream)
        }
        let isWritten = ferror(stream) == 0
        if fclose(stream) != 0 || !isWritten || rename(file, path) != 0 { unlink(file) }
    }

    // MARK: - Lines

    /// Nil for verdicts that are not kept.
    private static func line(_ policy: String, _ address: String, _ entry: Entry) -> String? {
        fields(of: entry.outcome).map { fields in
            ([String(entry.seconds), policy, address] + fields).joined(separator: "\t") + "\n"
        }
    }

    private static func fields(of outcome: Inquiry.Outcome) -> [String]? {
        let looked = outcome.lookedFor.sorted().map { encoded($0) }.joined(separator: " ")
        let missing = outcome.missing.sorted { $0.key < $1.key }.map { pair in
            encoded(pair.key) + (pair.value.map { ">" + encoded($0) } ?? "")
        }.joined(separator: " ")
        switch outcome.verdict {
        case .good: return ["good", "", looked, missing]
        case .redirected(let to, true): return ["moved", to, looked, missing]
        case .redirected(let to, false): return ["elsewhere", to, looked, missing]
        case .broken(.status(let code)): return ["broken", String(code), outcome.final?.text ?? "", ""]
        case .unverifiable(let status): return ["unverifiable", String(status), outcome.final?.text ?? "", ""]
        case .broken, .unchecked: return nil
        }
    }

    private static func read(_ line: String) -> (policy: String, address: String, entry: Entry)? {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 7, let seconds = Int(fields[0]), let verdict = verdict(fields[3], fields[4]) else {
            return nil
        }
        let outcome: Inquiry.Outcome
        if !verdict.isGood {
            outcome = Inquiry.Outcome(verdict: verdict, final: try? WebAddress(fields[5]))
        } else if verdict == .good, fields[5].isEmpty {
            outcome = .good
        } else {
            let pairs = fields[6].split(separator: " ").compactMap { pair -> (String, String?)? in
                let parts = pair.split(separator: ">").map(decoded)
                return parts.first.map { ($0, parts.count > 1 ? parts[1] : nil) }
            }
            outcome = Inquiry.Outcome(
                verdict: verdict, missing: Dictionary(pairs, uniquingKeysWith: { $1 }),
                lookedFor: Set(fields[5].split(separator: " ").map(decoded)))
        }
        return (fields[1], fields[2], Entry(seconds: seconds, outcome: outcome))
    }

    private static func verdict(_ kind: String, _ detail: String) -> Verdict? {
        switch kind {
        case "good": .good
        case "moved": .redirected(to: detail, isPermanent: true)
        case "elsewhere": .redirected(to: detail, isPermanent: false)
        case "broken": Int(detail).map { .broken(.status($0)) }
        case "unverifiable": Int(detail).map { .unverifiable(status: $0) }
        default: nil
        }
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private static func decoded(_ text: Substring) -> String { text.removingPercentEncoding ?? "" }
}
