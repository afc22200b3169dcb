import Glibc

/// The web that link checkers are measured on: `HOSTS` addresses from 127.0.0.1 on, one port, one thread.
///
///     benchmark-link-server HOSTS
///
/// Prints its port. When its standard input ends it prints how often each kind of path was asked, by method, and ends.
@main
struct LinkServer {
    private var connections: [Int32: Connection] = [:]
    private var asked: [String: Int] = [:]
    private var counts: [String: Int] = [:]
    /// What is to be sent, by millisecond: a wheel that is longer than the longest latency.
    private var wheel = [[Due]](repeating: [], count: 256)
    private var waiting = 0
    private var turned = LinkServer.milliseconds()
    private var nextNumber = 0

    private struct Due {
        let descriptor: Int32
        let number: Int
        let bytes: [UInt8]
        let closes: Bool
    }

    static func main() {
        guard CommandLine.arguments.count == 2, let hosts = Int(CommandLine.arguments[1]), (1...254).contains(hosts)
        else {
            print("usage: benchmark-link-server HOSTS")
            exit(2)
        }
        var server = LinkServer()
        server.run(hosts: hosts)
    }

    private mutating func run(hosts: Int) {
        var port: UInt16 = 0
        var listeners: [Int32] = []
        for host in 1...hosts {
            guard let listener = Self.listen(host: UInt32(host), port: &port) else {
                perror("127.0.0.\(host):\(port)")
                exit(1)
            }
            listeners.append(listener)
        }
        print(port)
        fflush(nil)
        let fixed = ([STDIN_FILENO] + listeners).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while true {
            var polled = fixed
            for (descriptor, connection) in connections {
                let events = connection.hasUnsent ? POLLIN | POLLOUT : POLLIN
                polled.append(pollfd(fd: descriptor, events: Int16(events), revents: 0))
            }
            poll(&polled, nfds_t(polled.count), waiting > 0 ? 1 : -1)
            if polled[0].revents != 0 { return report() }
            for place in polled.dropFirst() where place.revents != 0 {
                if listeners.contains(place.fd) { accept(from: place.fd) } else { serve(place.fd) }
            }
            turn()
        }
    }

    private mutating func accept(from listener: Int32) {
        while true {
            let descriptor = Glibc.accept(listener, nil, nil)
            guard descriptor >= 0 else { return }
            var on: Int32 = 1
            setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, 4)
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            nextNumber += 1
            connections[descriptor] = Connection(number: nextNumber)
        }
    }

    private mutating func serve(_ descriptor: Int32) {
        guard connections[descriptor]?.read(descriptor) == true, connections[descriptor]?.send(to: descriptor) == true
        else {
            return drop(descriptor)
        }
        takeNext(descriptor)
    }

    private mutating func takeNext(_ descriptor: Int32) {
        guard let request = connections[descriptor]?.nextRequest(), let number = connections[descriptor]?.number else {
            return
        }
        let answer = SampleAnswer(path: request.path, timesAsked: asked[request.path, default: 0])
        asked[request.path, default: 0] += 1
        let kind = request.path.split(separator: "/").first ?? ""
        counts["\(request.isHead ? "HEAD" : "GET") \(kind)", default: 0] += 1
        connections[descriptor]?.isAnswering = true
        waiting += 1
        let slot = (Self.milliseconds() + answer.latency) % wheel.count
        wheel[slot].append(
            Due(
                descriptor: descriptor, number: number, bytes: answer.bytes(isHead: request.isHead),
                closes: request.closes))
    }

    /// Sends what is due by now.
    private mutating func turn() {
        let now = Self.milliseconds()
        // After a stall of more than a whole turn each slot is due once.
        for time in max(turned, now - wheel.count + 1)...max(turned, now) {
            let due = wheel[time % wheel.count]
            wheel[time % wheel.count] = []
            waiting -= due.count
            for answer in due where connections[answer.descriptor]?.number == answer.number {
                connections[answer.descriptor]?.isAnswering = false
                guard connections[answer.descriptor]?.send(answer.bytes, to: answer.descriptor) == true, !answer.closes
                else {
                    drop(answer.descriptor)
                    continue
                }
                takeNext(answer.descriptor)
            }
        }
        turned = now
    }

    private mutating func drop(_ descriptor: Int32) {
        connections[descriptor] = nil
        close(descriptor)
    }

    private func report() {
        for (kind, count) in counts.sorted(by: { $0.key < $1.key }) { print(kind, count) }
        print("connections", nextNumber)
    }

    private static func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    /// The first host's port is the system's choice, and the others take the same.
    private static func listen(host: UInt32, port: inout UInt16) -> Int32? {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = (0x7F00_0000 | host).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && Glibc.listen(listener, 1024) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        guard bound else { return nil }
        port = UInt16(bigEndian: address.sin_port)
        return listener
    }
}
