import CCurl
import Configuration
import Glibc

/// The client's thread: starts transfers, waits for the network, and hands out what came. Nothing here is shared.
final class ClientLoop {
    struct Options: Sendable {
        let timeouts: LinkSettings.Timeouts
        let agent: String
        let certificates: String?
        let internet: Internet
    }

    /// What names lead to, and which addresses are of the public internet. Tests have one of their own.
    struct Internet: Sendable {
        /// The address of a host; nil where the system is to be asked.
        var address: @Sendable (_ host: String) -> String? = { _ in nil }
        /// What kind of network an address is in, in words; nil for the public internet.
        var privacy: @Sendable (NetworkAddress) -> String? = { $0.privacy }
    }

    private let options: Options
    private let multi: UnsafeMutableRawPointer
    /// Cookies live as long as the run: some servers send a visitor in circles who does not bring theirs back.
    private let share: UnsafeMutableRawPointer
    private var active: [UnsafeMutableRawPointer: Transfer] = [:]
    /// Handles of finished transfers, to be used again.
    private var idle: [UnsafeMutableRawPointer] = []
    private var lastLook = ContinuousClock.now
    private let watch: SocketWatch
    /// When libcurl wants to be called, whatever sockets do.
    private var due: ContinuousClock.Instant?

    init?(_ options: Options) {
        guard Curl.library.absence == nil, let watch = SocketWatch(), let multi = curl_multi_init() else { return nil }
        guard let share = curl_share_init() else {
            curl_multi_cleanup(multi)
            return nil
        }
        self.options = options
        self.watch = watch
        self.multi = multi
        self.share = share
        _ = galley_curl_share(share, CURL_LOCK_DATA_COOKIE)
        // libcurl keeps four connections for each request that is on its way just now, and closes others that the next
        // ones could have taken.
        _ = galley_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, Self.keptConnections)
        let context = Unmanaged.passUnretained(self).toOpaque()
        _ = galley_curl_multi_set_socket_function(multi, context) { _, socket, interest, context, _ in
            ClientLoop.of(context)?.watch.watch(socket, for: interest)
            return 0
        }
        _ = galley_curl_multi_set_timer_function(multi, context) { _, milliseconds, context in
            ClientLoop.of(context)?.due = milliseconds < 0 ? nil : .now + .milliseconds(milliseconds)
            return 0
        }
    }

    /// How many connections stay open for further requests; a process may have 1,024 files open as a rule.
    private static let keptConnections = 256

    deinit {
        // Nobody is called back any more.
        _ = galley_curl_multi_set_socket_function(multi, nil, nil)
        _ = galley_curl_multi_set_timer_function(multi, nil, nil)
        for handle in idle { curl_easy_cleanup(handle) }
        curl_multi_cleanup(multi)
        curl_share_cleanup(share)
    }

    /// Works until the channel is closed.
    func run(_ channel: ClientChannel) {
        watch.watch(channel.bell, for: CURL_POLL_IN)
        var running: Int32 = 0
        while true {
            let (questions, isClosed) = channel.take()
            if isClosed { break }
            for question in questions { start(question) }
            for (socket, readiness) in watch.wait(milliseconds: timeToWait) where socket != channel.bell {
                curl_multi_socket_action(multi, socket, readiness, &running)
            }
            if let due, due <= .now {
                self.due = nil
                curl_multi_socket_action(multi, galley_curl_no_socket, 0, &running)
            }
            finishDone()
            endLate()
        }
        for (handle, transfer) in active { end(handle, transfer, .failure(.other(ClientChannel.ended))) }
    }

    /// Until libcurl wants to be called, or those are looked for that are late.
    private var timeToWait: Int {
        let longest = active.isEmpty ? 60_000 : 100
        // A part of a millisecond is waited for, not run around in.
        return due.map { min(longest, (ContinuousClock.now.duration(to: $0) + .microseconds(999)).milliseconds) }
            ?? longest
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> ClientLoop? {
        // The loop outlives the handle that calls back.
        context.map { Unmanaged<ClientLoop>.fromOpaque($0).takeUnretainedValue() }
    }

    private func start(_ question: ClientChannel.Question, isFresh: Bool = false) {
        guard let handle = idle.popLast() ?? curl_easy_init() else {
            return question.continuation.resume(returning: .failure(.other("memory ran out")))
        }
        let transfer = Transfer(question, isFresh: isFresh, on: handle, options: options, share: share)
        active[handle] = transfer
        let code = curl_multi_add_handle(multi, handle)
        guard code == CURLM_OK else {
            return end(handle, transfer, .failure(.other(String(cString: curl_multi_strerror(code)))))
        }
    }

    private func finishDone() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle,
                let transfer = active[handle]
            else { continue }
            let result = transfer.result(of: galley_curl_result(message), on: handle)
            // What a broken server sent behind an earlier answer must not be taken for the answer to this request.
            if case .failure(let failure) = result, failure.isOfFraming, !transfer.isFresh,
                transfer.isOnUsedConnection(handle)
            {
                release(handle, transfer)
                start(transfer.question, isFresh: true)
            } else {
                end(handle, transfer, result)
            }
        }
    }

    /// libcurl has no limit for the time until a server begins to answer.
    private func endLate() {
        let now = ContinuousClock.now
        guard now - lastLook > .milliseconds(100) else { return }
        lastLook = now
        for (handle, transfer) in active where !transfer.hasBegun {
            guard now - transfer.start > options.timeouts.firstByte else { continue }
            end(handle, transfer, .failure(.timeout(transfer.isConnected(handle) ? .firstByte : .connect)))
        }
    }

    private func end(
        _ handle: UnsafeMutableRawPointer, _ transfer: Transfer, _ result: Result<WebAnswer, WebFailure>
    ) {
        release(handle, transfer)
        transfer.question.continuation.resume(returning: result)
    }

    private func release(_ handle: UnsafeMutableRawPointer, _ transfer: Transfer) {
        curl_multi_remove_handle(multi, handle)
        active[handle] = nil
        transfer.release()
        curl_easy_reset(handle)
        if idle.count < 64 { idle.append(handle) } else { curl_easy_cleanup(handle) }
    }
}
