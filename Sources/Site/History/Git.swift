import Foundation

/// The program git.
enum Git {
    /// Where it is; nil where there is none on the path.
    private static let program: URL? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let path = folders.map { "\($0)/git" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        return path.map { URL(fileURLWithPath: $0) }
    }()

    /// What a command prints; nil where it fails, or there is no git.
    static func run(_ arguments: [String], in folder: String) -> String? {
        guard let program else { return nil }
        let process = Process()
        process.executableURL = program
        process.arguments = ["-C", folder] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        guard (try? process.run()) != nil else { return nil }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
    }
}
