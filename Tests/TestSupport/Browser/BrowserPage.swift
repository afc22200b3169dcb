import Foundation
import Synchronization

/// A page in a tab of its own, with storage of its own.
public final class BrowserPage: Sendable {
    struct State: Sendable {
        /// Documents that have loaded, by the browser's names for them.
        var loaded: Set<String> = []
        var problems: [String] = []
        var requests: [String] = []
        /// What is served in the place of the network.
        var site: ServedSite?
        var waiting: [Int: Waiting] = [:]
        var lastWaiting = 0
    }

    struct Waiting: Sendable {
        let condition: @Sendable (State) -> Bool
        let continuation: CheckedContinuation<Bool, Never>
    }

    private let browser: Browser
    private let context: String
    private let target: String
    private let session: String
    let state = Mutex(State())

    private init(_ browser: Browser, context: String, target: String, session: String) {
        self.browser = browser
        self.context = context
        self.target = target
        self.session = session
    }

    /// An answer of which nothing is needed.
    struct Nothing: Decodable {}

    static func open(in browser: Browser) async throws -> BrowserPage {
        struct Context: Decodable { let browserContextId: String }
        struct Target: Decodable { let targetId: String }
        struct Session: Decodable { let sessionId: String }
        let line = browser.connection
        let context = try await line.call("Target.createBrowserContext", as: Context.self).browserContextId
        let target = try await line.call(
            "Target.createTarget", ["url": "about:blank", "browserContextId": context], as: Target.self
        ).targetId
        let session = try await line.call(
            "Target.attachToTarget", ["targetId": target, "flatten": true], as: Session.self
        ).sessionId
        let page = BrowserPage(browser, context: context, target: target, session: session)
        line.listen(to: session) { [weak page] in page?.take($0) }
        for domain in ["Page", "Runtime", "Log", "Network", "DOM"] { try await page.call("\(domain).enable") }
        try await page.call("Page.setLifecycleEventsEnabled", ["enabled": true])
        try await page.setViewport(width: 1440, height: 900)
        return page
    }

    func close() async {
        browser.connection.listen(to: session, nil)
        _ = try? await browser.connection.call(
            "Target.disposeBrowserContext", ["browserContextId": context], as: Nothing.self)
    }

    /// Sends a command of the DevTools protocol to the page.
    public func call(_ method: String, _ parameters: [String: any Sendable] = [:]) async throws {
        _ = try await call(method, parameters, as: Nothing.self)
    }

    /// Sends a command of the DevTools protocol to the page, and gives what it results in.
    public func call<Value: Decodable>(
        _ method: String, _ parameters: [String: any Sendable] = [:], as type: Value.Type
    ) async throws -> Value {
        try await browser.connection.call(method, parameters, session: session, as: type)
    }

    /// The same, for those who can't wait: the thread that reads.
    func post(_ method: String, _ parameters: [String: any Sendable]) {
        browser.connection.post(method, parameters, session: session)
    }

    // MARK: - What happened so far

    /// Errors and warnings on the console, those of the browser included, and exceptions nobody caught.
    public var problems: [String] { state.withLock(\.problems) }

    /// The addresses that were asked for, in their order.
    public var requests: [String] { state.withLock(\.requests) }

    /// Forgets what was asked for and complained of so far.
    public func forget() {
        state.withLock {
            $0.problems = []
            $0.requests = []
        }
    }

    // MARK: - Going somewhere

    /// Opens an address and waits until all of it has loaded.
    public func open(_ address: String) async throws {
        struct Navigation: Decodable {
            let loaderId: String?
            let errorText: String?
        }
        let navigation = try await call("Page.navigate", ["url": address], as: Navigation.self)
        if let error = navigation.errorText { throw BrowserFailure("\(address): \(error)") }
        // Without a loader the address was another place of the same document.
        guard let loader = navigation.loaderId else { return }
        try await wait("\(address) to load") { $0.loaded.contains(loader) }
    }

    /// Opens a file.
    public func open(_ file: URL) async throws { try await open(file.absoluteString) }

    /// Waits until an expression of JavaScript is true, also across a change of page.
    public func wait(until expression: String) async throws {
        let limit = Date(timeIntervalSinceNow: BrowserConnection.patience)
        while Date() < limit {
            if (try? await evaluate("Boolean(\(expression))", as: Bool.self)) == true { return }
            try await Task.sleep(for: .milliseconds(15))
        }
        throw BrowserFailure("never true: \(expression)")
    }

    private func wait(_ what: String, until condition: @escaping @Sendable (State) -> Bool) async throws {
        let isMet = await withCheckedContinuation { continuation in
            let number: Int? = state.withLock { state in
                if condition(state) { return nil }
                state.lastWaiting += 1
                state.waiting[state.lastWaiting] = Waiting(condition: condition, continuation: continuation)
                return state.lastWaiting
            }
            guard let number else { return continuation.resume(returning: true) }
            DispatchQueue.global().asyncAfter(deadline: .now() + BrowserConnection.patience) { [weak self] in
                let late = self?.state.withLock { $0.waiting.removeValue(forKey: number) }
                late?.continuation.resume(returning: false)
            }
        }
        if !isMet { throw BrowserFailure("waited in vain for \(what)") }
    }

    /// Hears an event, on the thread that reads.
    private func take(_ event: BrowserConnection.Event) {
        let met = state.withLock { state in
            state.take(event)
            let met = state.waiting.filter { $0.value.condition(state) }
            for number in met.keys { state.waiting[number] = nil }
            return met.values
        }
        for waiting in met { waiting.continuation.resume(returning: true) }
        if event.method == "Fetch.requestPaused" { answer(event) }
    }
}
