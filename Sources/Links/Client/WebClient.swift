import CCurl
import Configuration
import Foundation
import Glibc
import Synchronization

/// Asks servers of the web, many at a time, from one thread of its own.
///
/// libcurl does HTTP/1.1, HTTP/2 and TLS. All of its handles live on that thread, so that nothing of it needs a lock;
/// requests go there through a queue, and answers come back through continuations.
final class WebClient: Sendable {
    private let channel = ClientChannel()

    /// - Parameters:
    ///   - agent: how the client names itself.
    ///   - certificates: an absolute path of trusted authorities' certificates; nil for the system's.
    ///   - internet: what names lead to.
    init(
        timeouts: LinkSettings.Timeouts, agent: String, certificates: String? = nil,
        internet: ClientLoop.Internet = .init()
    ) {
        // The library's own start is not safe on several threads at once.
        _ = Self.start
        let channel = channel
        let options = ClientLoop.Options(
            timeouts: timeouts, agent: agent, certificates: certificates, internet: internet)
        let thread = Thread {
            ClientLoop(options)?.run(channel)
            channel.end()
        }
        thread.name = "galley web client"
        thread.start()
    }

    deinit { channel.close() }

    private static let start: Void = {
        if Curl.library.absence == nil { _ = curl_global_init(Int(GALLEY_CURL_GLOBAL_ALL)) }
    }()

    func ask(_ request: WebRequest) async -> Result<WebAnswer, WebFailure> {
        await withCheckedContinuation { continuation in
            channel.send(ClientChannel.Question(request: request, continuation: continuation))
        }
    }
}

/// The way from tasks to the client's thread.
final class ClientChannel: Sendable {
    struct Question: Sendable {
        let request: WebRequest
        let continuation: CheckedContinuation<Result<WebAnswer, WebFailure>, Never>
    }

    private struct State {
        var questions: [Question] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    /// A pipe: its end to be read is readable when there is something to do.
    let bell: Int32
    private let hammer: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        (bell, hammer) = (ends[0], ends[1])
    }

    deinit {
        Glibc.close(bell)
        Glibc.close(hammer)
    }

    func send(_ question: Question) {
        let isClosed = state.withLock { state in
            if !state.isClosed { state.questions.append(question) }
            return state.isClosed
        }
        guard !isClosed else { return question.continuation.resume(returning: .failure(.other(Self.ended))) }
        ring()
    }

    func close() {
        state.withLock { $0.isClosed = true }
        ring()
    }

    /// Answers what nobody will ask any more.
    func end() {
        close()
        for question in take().questions { question.continuation.resume(returning: .failure(.other(Self.ended))) }
    }

    static let ended = "the client has ended"

    /// What was sent since the last call, and whether nothing more will be.
    func take() -> (questions: [Question], isClosed: Bool) {
        // A ring that comes after this is for the next call.
        var rings = [UInt8](repeating: 0, count: 256)
        while read(bell, &rings, rings.count) > 0 {}
        return state.withLock { state in
            defer { state.questions.removeAll(keepingCapacity: true) }
            return (state.questions, state.isClosed)
        }
    }

    private func ring() {
        // A full pipe rings all the same.
        var ring: UInt8 = 1
        _ = write(hammer, &ring, 1)
    }
}
