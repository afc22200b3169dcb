import FlyingSocks
import Glibc

/// Sockets that nobody waits for without end: a browser that never reads, or never says what it wants, is hung up on.
struct SocketLimits<Base: AsyncSocketPool>: AsyncSocketPool {
    let base: Base
    /// How long a connection may take to read what it was sent.
    let writing: Duration
    /// How long a connection may stay silent.
    let reading: Duration

    func prepare() async throws { try await base.prepare() }
    func run() async throws { try await base.run() }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        if Self.listens(socket) { return try await base.suspendSocket(socket, untilReadyFor: events) }
        let limit = events.contains(.write) ? writing : reading
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await base.suspendSocket(socket, untilReadyFor: events) }
            group.addTask {
                try await Task.sleep(for: limit)
                throw SocketError.disconnected
            }
            try await group.next()
            group.cancelAll()
        }
    }

    private static func listens(_ socket: Socket) -> Bool {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(socket.file.rawValue, SOL_SOCKET, SO_ACCEPTCONN, &value, &length) == 0 && value != 0
    }

    /// Lets the program hold as many connections as the system allows: the common limit of 1,024 files is soon reached.
    static func raiseFileLimit() {
        var limits = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits) == 0 else { return }
        limits.rlim_cur = min(limits.rlim_max, 65_536)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits)
    }
}
