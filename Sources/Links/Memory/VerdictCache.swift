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
        let line: String
    }

    private let path: String
    private let now: Int
    private let entries: Mutex<[String: Entry]>
    /// The file that lines are added to; below 0 where it can't be had.
    private let descriptor: Int32

    /// - Parameter path: an absolute path; it need not exist.
    init(path: String, ages: Ages, now: Date = Date()) {
        self.path = path
        self.now = Int(now.timeIntervalSince1970)
        var entries: [String: Entry] = [:]
        let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        for line in text.split(separator: "\n") {
            guard let (key, entry) = Self.read(line) else { continue }
            let age = entry.outcome.verdict.isGood ? ages.good : ages.bad
            // What was found in the future was found under a wrong clock.
            guard entry.seconds <= self.now, self.now - entry.seconds < age.milliseconds / 1000 else { continue }
            entries[key] = entry
        }
        self.entries = Mutex(entries)
        let folder = (path as NSString).deletingLastPathComponent
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o644)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// - Parameter policy: the digest of the settings that the outcome depends on.
    func outcome(of target: Inquiry.Target, policy: String) -> Inquiry.Outcome? {
        guard let known = entries.withLock({ $0[policy + target.address.text]?.outcome }) else { return nil }
        // The page may not have been looked through for an anchor that a new link names.
        return known.answers(target) ? known : nil
    }

    func remember(_ outcome: Inquiry.Outcome, of target: Inquiry.Target, policy: String) {
        guard let fields = Self.fields(of: outcome) else { return }
        let line = ([String(now), policy, target.address.text] + fields).joined(separator: "\t") + "\n"
        entries.withLock { entries in
            entries[policy + target.address.text] = Entry(seconds: now, outcome: outcome, line: line)
            guard descriptor >= 0 else { return }
            _ = line.withCString { write(descriptor, $0, strlen($0)) }
        }
    }

    /// Writes the file anew without what is out of date.
    func save() {
        let lines = entries.withLock { $0.values.map(\.line) }.sorted()
        try? Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    // MARK: - Lines

    /// Nil for verdicts that are not kept.
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

    private static func read(_ line: Substring) -> (key: String, entry: Entry)? {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 7, let seconds = Int(fields[0]), let verdict = verdict(fields[3], fields[4]) else {
            return nil
        }
        var outcome = Inquiry.Outcome(verdict: verdict)
        let entry = { Entry(seconds: seconds, outcome: outcome, line: line + "\n") }
        guard verdict.isGood else {
            outcome.final = try? WebAddress(fields[5])
            return (fields[1] + fields[2], entry())
        }
        outcome.lookedFor = Set(fields[5].split(separator: " ").map(decoded))
        for pair in fields[6].split(separator: " ") {
            let parts = pair.split(separator: ">").map(decoded)
            guard let fragment = parts.first else { continue }
            outcome.missing[fragment] = .some(parts.count > 1 ? parts[1] : nil)
        }
        return (fields[1] + fields[2], entry())
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
