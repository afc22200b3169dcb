import Foundation
import TestSupport

/// A headless Chromium that opens one page of a built site from the file system.
struct Browser {
    /// What a page came to.
    struct Visit {
        /// The document as HTML, after scripts ran.
        let document: String
        /// What the page, or the browser about it, wrote to the console.
        let console: [String]
    }

    static let path = "/usr/bin/chromium"
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

    struct Failure: Error, CustomStringConvertible { let description: String }

    /// Opens a page of the site that was built in a folder.
    static func open(_ page: String, of project: TemporaryFolder) throws -> Visit {
        defer { withExtendedLifetime(project) {} }
        let page = project.url.appendingPathComponent("site/\(page)")
        let folder = try TemporaryFolder(files: ["document": "", "log": ""])
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments =
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--disable-background-networking", "--no-first-run", "--user-data-dir=\(folder.path)/profile",
                "--enable-logging=stderr", "--v=0", "--virtual-time-budget=3000", "--timeout=20000",
                "--dump-dom", page.absoluteString,
            ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: folder.url.appendingPathComponent("document"))
        process.standardError = try FileHandle(forWritingTo: folder.url.appendingPathComponent("log"))
        try process.run()
        let limit = Date(timeIntervalSinceNow: 60)
        while process.isRunning, Date() < limit { usleep(20_000) }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        let document = try folder.read("document")
        let log = try folder.read("log")
        guard document.contains("<body") else { throw Failure(description: "no page:\n\(document)\n\(log)") }
        return Visit(
            document: document,
            console: log.components(separatedBy: "\n").filter { $0.contains("CONSOLE") }
        )
    }
}
