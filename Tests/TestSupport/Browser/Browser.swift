import Foundation
import Synchronization

/// A headless Chromium that tests share: started when the first of them asks, and gone when they are.
///
/// Each page has storage of its own, so tests do not see each other. The browser's line is a socket that only this
/// process holds: when the process ends, however it ends, the line does, and so does the browser; the shell that started
/// it then removes its profile.
public final class Browser: Sendable {
    public static let path = "/usr/bin/chromium"
    public static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

    let connection: BrowserConnection

    private init(connection: BrowserConnection) { self.connection = connection }

    deinit { connection.close() }

    /// Opens a page, hands it to `body`, and closes it whatever happens.
    public static func withPage<Value: Sendable>(
        _ body: (BrowserPage) async throws -> Value
    ) async throws -> Value {
        await PageTurns.shared.begin()
        do {
            let page = try await BrowserPage.open(in: try shared())
            do {
                let value = try await body(page)
                await page.close()
                await PageTurns.shared.end()
                return value
            } catch {
                await page.close()
                throw error
            }
        } catch {
            await PageTurns.shared.end()
            throw error
        }
    }

    private static let running = Mutex<Browser?>(nil)

    /// The browser of this process; another one where the last has ended.
    private static func shared() throws -> Browser {
        try running.withLock { running in
            if let running, running.connection.isOpen { return running }
            let browser = try launch()
            running = browser
            return browser
        }
    }

    private static func launch() throws -> Browser {
        var ends: [Int32] = [0, 0]
        // Closed on exec, so that no other program that a test starts holds the line.
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw BrowserFailure("no socket: errno \(errno)") }
        let profile = FileManager.default.temporaryDirectory.appendingPathComponent(
            "galley-browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let script = "trap : INT TERM; \"$@\" 3<&0 4>&0 </dev/null >/dev/null 2>\"$0/log\"; rm -rf \"$0\""
        process.arguments =
            ["-c", script, profile.path, path]
            + [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
                "--disable-extensions", "--disable-sync", "--hide-scrollbars", "--force-color-profile=srgb",
                "--font-render-hinting=none", "--lang=en-US", "--user-data-dir=\(profile.path)/data",
                "--remote-debugging-pipe", "about:blank",
            ]
        process.environment = ProcessInfo.processInfo.environment.merging(["HOME": profile.path]) { $1 }
        let childEnd = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
        process.standardInput = childEnd
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        try childEnd.close()
        return Browser(connection: BrowserConnection(descriptor: ends[0]))
    }
}

/// Lets a few pages be open at a time: tests start all at once, and twenty pages loading on two cores serve nobody.
private actor PageTurns {
    static let shared = PageTurns()
    private var free = 3
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func begin() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func end() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
