import Foundation

/// The server of `Tests/Web`, which answers rightly or wrongly as the path says; its README lists the paths and doors.
public final class WebServer: Sendable {
    /// One for all tests of a process; it ends with the process. Paths with a name of a test's own keep tests apart.
    public static var shared: WebServer { get throws { try started.get() } }
    private static let started = Result { try WebServer() }

    /// A request as it arrived.
    public struct Request: Sendable, Decodable {
        public let door: String
        public let method: String
        public let target: String
        public let headers: [[String]]

        /// The value of a header, whatever its case.
        public func header(_ name: String) -> String? {
            headers.first { $0[0].lowercased() == name.lowercased() }?[1]
        }
    }

    public struct NotStarted: Error, CustomStringConvertible { public let description: String }

    private struct Greeting: Decodable {
        let folder: String
        let ports: [String: Int]
    }

    private let process: Process
    /// Its other end is the server's standard input: the server ends when it is closed.
    private let input = Pipe()
    private let greeting: Greeting

    private init() throws {
        process = Process()
        process.executableURL = Self.folder.appendingPathComponent("serve")
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { throw NotStarted(description: "\(Self.folder.path)/serve said nothing") }
            line += piece
        }
        greeting = try JSONDecoder().decode(Greeting.self, from: line)
    }

    /// Where the server's program and its own test are.
    public static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Web")

    /// The authority that certifies what is good, in PEM.
    public var certificates: String { greeting.folder + "/ca.pem" }

    public func has(_ door: String) -> Bool { greeting.ports[door] != nil }

    public func port(_ door: String) -> Int { greeting.ports[door] ?? 0 }

    /// The address of a path behind a door.
    public func address(_ path: String, _ door: String = "web", scheme: String = "http", host: String? = nil) -> String
    {
        let hosts = ["other": "127.0.0.2", "six": "[::1]"]
        return "\(scheme)://\(host ?? hosts[door] ?? "127.0.0.1"):\(port(door))\(path)"
    }

    /// All requests so far whose target begins so.
    public func requests(to target: String) throws -> [Request] {
        let log = try Data(contentsOf: URL(fileURLWithPath: greeting.folder + "/requests"))
        // A long line is written in parts, and the server goes on writing.
        let whole = log.prefix(upTo: log.lastIndex(of: UInt8(ascii: "\n")) ?? log.startIndex)
        return try whole.split(separator: UInt8(ascii: "\n"))
            .map { try JSONDecoder().decode(Request.self, from: $0) }
            .filter { $0.target.hasPrefix(target) }
    }
}
