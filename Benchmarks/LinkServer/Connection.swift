import Glibc

/// One client's connection: requests are answered in turn, each after its latency.
struct Connection {
    /// Tells a connection from a later one with the same descriptor.
    let number: Int
    private var received: [UInt8] = []
    private var unsent: ArraySlice<UInt8> = []
    /// Whether a request waits for its time.
    var isAnswering = false

    var hasUnsent: Bool { !unsent.isEmpty }

    init(number: Int) { self.number = number }

    struct Request {
        let isHead: Bool
        let path: String
        let closes: Bool
    }

    /// Reads what there is; false when the client went away.
    mutating func read(_ descriptor: Int32) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count > 0 { received += buffer[..<count] }
            if count == 0 { return false }
            if count < 0 { return errno == EAGAIN || errno == EINTR }
        }
    }

    /// Takes the next whole request off.
    mutating func nextRequest() -> Request? {
        guard !isAnswering, let end = Self.endOfHead(received) else { return nil }
        let head = String(decoding: received[..<end], as: UTF8.self)
        received.removeFirst(end)
        let words = head.prefix { $0 != "\r\n" }.split(separator: " ")
        let target = words.count > 1 ? words[1].prefix { $0 != "?" } : "/"
        return Request(
            isHead: words.first == "HEAD", path: String(target), closes: head.lowercased().contains("connection: close")
        )
    }

    private static func endOfHead(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        for index in 3..<bytes.count
        where bytes[index] == 10 && bytes[index - 1] == 13 && bytes[index - 2] == 10 && bytes[index - 3] == 13 {
            return index + 1
        }
        return nil
    }

    /// Sends as much as goes now; false when the client went away.
    mutating func send(_ bytes: [UInt8] = [], to descriptor: Int32) -> Bool {
        unsent += bytes
        while !unsent.isEmpty {
            let count = unsent.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0 { return errno == EAGAIN || errno == EINTR }
            unsent = unsent.dropFirst(count)
        }
        return true
    }
}
