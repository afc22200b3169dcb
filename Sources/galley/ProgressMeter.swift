import Synchronization

/// A line on standard error that says how far a run is; on a terminal only.
final class ProgressMeter: Sendable {
    private let total: Int
    private let isShown: Bool
    private let done = Mutex(0)

    init(total: Int, isShown: Bool) {
        self.total = total
        self.isShown = isShown
    }

    func advance(by count: Int, _ what: String) {
        guard isShown else { return }
        done.withLock { done in
            done += count
            StandardStream.errors.write("\r\u{1B}[K\(what): \(done) of \(total)")
        }
    }

    /// Takes the line away.
    func finish() {
        if isShown { StandardStream.errors.write("\r\u{1B}[K") }
    }
}

/// The same where the total is known only on the way.
struct CountLine: Sendable {
    let isShown: Bool
    let what: String

    func show(_ done: Int, of total: Int) {
        guard isShown, done % 16 == 0 || done == total else { return }
        StandardStream.errors.write("\r\u{1B}[K\(what): \(done) of \(total)")
    }

    /// Takes the line away.
    func clear() {
        if isShown { StandardStream.errors.write("\r\u{1B}[K") }
    }
}
