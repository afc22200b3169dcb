import Synchronization

/// The regular expressions of a template, compiled once. They come from the template or from labels, so that what's kept is
/// bounded.
final class TemplateExpressions: Sendable {
    private static let most = 64

    /// RE2's expressions don't change once they're compiled, and may be used by many threads at once.
    private struct Shared: @unchecked Sendable {
        let regex: Regex
    }

    private let known = Mutex<[String: Shared]>([:])

    /// Nil only where there's no memory left.
    func regex(_ pattern: String) -> Regex? {
        known.withLock { known -> Shared? in
            if let shared = known[pattern] { return shared }
            guard let regex = Regex(pattern) else { return nil }
            if known.count >= Self.most { known.removeAll() }
            let shared = Shared(regex: regex)
            known[pattern] = shared
            return shared
        }?.regex
    }
}
