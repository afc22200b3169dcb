import Foundation
import Glibc
import Synchronization

/// The line to a browser: messages in JSON that end with NUL, as `--remote-debugging-pipe` speaks them.
///
/// Answers and events are read by a thread of its own, so that tests that keep all threads of Swift's pool busy can't
/// hold them up.
final class BrowserConnection: Sendable {
    struct Event: Sendable {
        let method: String
        /// The whole message, `params` in it.
        let message: Data

        func parameters<Value: Decodable>(_ type: Value.Type) throws -> Value {
            try JSONDecoder().decode(Parameters<Value>.self, from: message).params
        }
    }

    private struct Parameters<Value: Decodable>: Decodable { let params: Value }
    private struct Result<Value: Decodable>: Decodable { let result: Value }
    private struct Head: Decodable {
        struct Fault: Decodable { let message: String }
        let id: Int?
        let method: String?
        let sessionId: String?
        let error: Fault?
    }

    private struct State: Sendable {
        var lastID = 0
        var waiting: [Int: CheckedContinuation<Data, any Error>] = [:]
        var listeners: [String: @Sendable (Event) -> Void] = [:]
        /// Why there is nobody at the other end any more.
        var end: BrowserFailure?
    }

    /// How long the browser may take to answer, on a machine where everything else is running as well.
    static let patience: TimeInterval = 120

    private let descriptor: Int32
    private let state = Mutex(State())
    private let writing = Mutex(())

    /// - Parameter descriptor: a socket; the connection closes it.
    init(descriptor: Int32) {
        self.descriptor = descriptor
        Thread.detachNewThread { [self] in read() }
    }

    var isOpen: Bool { state.withLock { $0.end == nil } }

    /// Ends the line; a browser that has lost it ends too.
    func close() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    /// Hears the events of a session.
    func listen(to session: String, _ listener: (@Sendable (Event) -> Void)?) {
        state.withLock { $0.listeners[session] = listener }
    }

    /// Sends a command and waits for what it results in.
    func call<Value: Decodable>(
        _ method: String, _ parameters: [String: any Sendable] = [:], session: String? = nil, as type: Value.Type
    ) async throws -> Value {
        let answer = try await withCheckedThrowingContinuation { continuation in
            do {
                try send(method, parameters, session, continuation)
            } catch {
                continuation.resume(throwing: error)
            }
        }
        return try JSONDecoder().decode(Result<Value>.self, from: answer).result
    }

    /// Sends a command whose result nobody waits for.
    func post(_ method: String, _ parameters: [String: any Sendable] = [:], session: String? = nil) {
        try? send(method, parameters, session, nil)
    }

    private func send(
        _ method: String, _ parameters: [String: any Sendable], _ session: String?,
        _ continuation: CheckedContinuation<Data, any Error>?
    ) throws {
        let id = try state.withLock { state in
            if let end = state.end { throw end }
            state.lastID += 1
            return state.lastID
        }
        var message: [String: Any] = ["id": id, "method": method, "params": parameters]
        if let session { message["sessionId"] = session }
        let bytes = try JSONSerialization.data(withJSONObject: message) + [0]
        if let continuation {
            // The line may have ended since; then nobody would ever resume it.
            let end = state.withLock { state in
                if state.end == nil { state.waiting[id] = continuation }
                return state.end
            }
            if let end { return continuation.resume(throwing: end) }
            DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) { [weak self] in
                let late = self?.state.withLock { $0.waiting.removeValue(forKey: id) }
                late?.resume(throwing: BrowserFailure("\(method): no answer in \(Int(Self.patience)) seconds"))
            }
        }
        write(bytes)
    }

    private func write(_ bytes: Data) {
        writing.withLock { _ in
            bytes.withUnsafeBytes { (buffer: UnsafeRawBufferPointer) in
                var rest = buffer[...]
                while !rest.isEmpty {
                    let count = Glibc.send(
                        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count,
                        Int32(MSG_NOSIGNAL))
                    // A line that is gone is noticed by the thread that reads.
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { return }
                    rest = rest.dropFirst(count)
                }
            }
        }
    }

    // MARK: - The thread that reads

    private func read() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var message = Data()
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            var rest = buffer[..<count]
            while let end = rest.firstIndex(of: 0) {
                message += rest[..<end]
                take(message)
                message = Data()
                rest = rest[(end + 1)...]
            }
            message += rest
        }
        let waiting = state.withLock { state in
            state.end = BrowserFailure("the browser has ended")
            defer { state.waiting = [:] }
            return state.waiting.values
        }
        for continuation in waiting { continuation.resume(throwing: BrowserFailure("the browser has ended")) }
        _ = Glibc.close(descriptor)
    }

    private func take(_ message: Data) {
        guard let head = try? JSONDecoder().decode(Head.self, from: message) else { return }
        if let id = head.id {
            let continuation = state.withLock { $0.waiting.removeValue(forKey: id) }
            if let error = head.error {
                continuation?.resume(throwing: BrowserFailure(error.message))
            } else {
                continuation?.resume(returning: message)
            }
        } else if let method = head.method, let session = head.sessionId {
            state.withLock { $0.listeners[session] }?(Event(method: method, message: message))
        }
    }
}
