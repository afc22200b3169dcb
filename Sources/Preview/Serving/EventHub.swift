import Site
import Synchronization

/// The event streams of open pages (server-sent events). There is a bound on how many are open, and on what waits for
/// one that does not read.
final class EventHub: Sendable {
    private struct Subscriber {
        let page: SitePath
        let continuation: AsyncStream<[UInt8]>.Continuation
    }

    private struct State {
        var subscribers: [Int: Subscriber] = [:]
        var next = 0
        var isClosed = false
    }

    /// So many events may wait for a page. One that falls behind further is cut off; it comes back when it reads again.
    private static let backlog = 64

    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int = 64) { self.limit = limit }

    /// A new stream for a page, with a first event; nil where too many are open.
    func subscribe(_ page: SitePath, first event: String) -> AsyncStream<[UInt8]>? {
        let (stream, continuation) = AsyncStream<[UInt8]>.makeStream(bufferingPolicy: .bufferingOldest(Self.backlog))
        let id = state.withLock { state -> Int? in
            guard !state.isClosed, state.subscribers.count < limit else { return nil }
            state.next += 1
            state.subscribers[state.next] = Subscriber(page: page, continuation: continuation)
            return state.next
        }
        guard let id else { return nil }
        continuation.onTermination = { [weak self] _ in self?.drop(id) }
        // Where the connection breaks, the browser asks again after this time.
        continuation.yield(Array("retry: 500\n\n\(Self.text(event))".utf8))
        return stream
    }

    /// The pages that are open, those that were opened last first.
    var pages: [SitePath] {
        let open = state.withLock { $0.subscribers.sorted { $0.key > $1.key }.map(\.value.page) }
        var seen: Set<SitePath> = []
        return open.filter { seen.insert($0).inserted }
    }

    var count: Int { state.withLock { $0.subscribers.count } }

    /// Sends an event to those who show a page.
    func send(_ event: String, to page: SitePath) { send(Array(Self.text(event).utf8)) { $0 == page } }

    /// Keeps streams alive, and finds out which are dead: a connection that is gone is noticed by writing to it.
    func beat() { send(Array(":\n\n".utf8)) { _ in true } }

    /// Ends all streams, and opens no more.
    func close() {
        let all = state.withLock { state in
            state.isClosed = true
            return Array(state.subscribers.values)
        }
        for subscriber in all { subscriber.continuation.finish() }
    }

    private func send(_ bytes: [UInt8], where isMeant: (SitePath) -> Bool) {
        let all = state.withLock { Array($0.subscribers.values) }
        for subscriber in all where isMeant(subscriber.page) {
            if case .dropped = subscriber.continuation.yield(bytes) { subscriber.continuation.finish() }
        }
    }

    private func drop(_ id: Int) { state.withLock { $0.subscribers[id] = nil } }

    private static func text(_ event: String) -> String {
        event.split(separator: "\n", omittingEmptySubsequences: false).map { "data: \($0)\n" }.joined() + "\n"
    }
}
