import Foundation

/// `galley serve` as a process of its own.
public final class ServeProcess: Sendable {
    private let process: Process
    /// What it writes to standard error, in a file, so that no pipe fills up.
    private let log: URL
    public let url: String
    public var port: UInt16 { URL(string: url)?.port.flatMap { UInt16(exactly: $0) } ?? 0 }

    public struct Failure: Error, CustomStringConvertible { public let description: String }

    public init(in folder: TemporaryFolder, _ arguments: [String] = ["--no-proofs"]) async throws {
        // Beside the project, so that it is no change of it.
        log = FileManager.default.temporaryDirectory.appendingPathComponent("galley-serve-\(UUID().uuidString).log")
        _ = FileManager.default.createFile(atPath: log.path, contents: nil)
        process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("galley")
        process.arguments = ["serve", "--port", "0"] + arguments
        process.currentDirectoryURL = folder.url
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        let limit = Date(timeIntervalSinceNow: 120)
        while true {
            let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
            if let found = text.firstMatch(of: #/serving (http:\S+)/#) {
                url = String(found.output.1)
                return
            }
            guard process.isRunning, Date() < limit else { throw Failure(description: "no preview: \(text)") }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    deinit {
        if process.isRunning { process.terminate() }
        try? FileManager.default.removeItem(at: log)
    }

    public var errors: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

    /// Presses Ctrl-C.
    /// - Returns: the exit code.
    public func interrupt() async throws -> Int32 {
        process.interrupt()
        let limit = Date(timeIntervalSinceNow: 120)
        while process.isRunning {
            guard Date() < limit else { throw Failure(description: "it does not end: \(errors)") }
            try await Task.sleep(for: .milliseconds(20))
        }
        return process.terminationReason == .exit ? process.terminationStatus : -1
    }
}
