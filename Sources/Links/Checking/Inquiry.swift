import Configuration
import Diagnostics
import Site
import Synchronization

/// Finds out what an address leads to: asks, asks otherwise, asks again, and follows where it is sent.
struct Inquiry: Sendable {
    /// An address to be asked, with all anchors in it that links name.
    struct Target: Sendable {
        let address: WebAddress
        var fragments: Set<String> = []
    }

    /// What came out. Most addresses are good and there is no more to tell of them: they share one.
    final class Outcome: Sendable, Equatable {
        let verdict: Verdict
        /// The anchors that the page was looked through for, and has not; with the nearest that it has.
        let missing: [String: String?]
        /// The anchors that were looked for.
        let lookedFor: Set<String>
        /// Of an address that led on and is not good: the address that is at fault.
        let final: WebAddress?

        init(
            verdict: Verdict, missing: [String: String?] = [:], lookedFor: Set<String> = [], final: WebAddress? = nil
        ) {
            self.verdict = verdict
            self.missing = missing
            self.lookedFor = lookedFor
            self.final = final
        }

        static let good = Outcome(verdict: .good)
        static let unchecked = Outcome(verdict: .unchecked)

        static func == (left: Outcome, right: Outcome) -> Bool {
            left.verdict == right.verdict && left.missing == right.missing && left.lookedFor == right.lookedFor
                && left.final == right.final
        }

        /// Whether it tells all that is asked of a target: a good page was looked through for each anchor.
        func answers(_ target: Target) -> Bool { !verdict.isGood || target.fragments.isSubset(of: lookedFor) }
    }

    let client: WebClient
    let gate: RequestGate
    let policies: HostPolicies
    let settings: LinkSettings
    private let retries: RetryPolicy
    private let hosts = HostExperience()

    init(_ settings: LinkSettings, policies: HostPolicies, client: WebClient) {
        self.settings = settings
        self.policies = policies
        self.client = client
        gate = RequestGate(total: settings.concurrency)
        retries = RetryPolicy(count: settings.retries, longestWait: settings.longestWait)
    }

    func outcome(of target: Target) async -> Outcome {
        var address = target.address
        var visits = [address.text: 1]
        var isPermanent = true
        let wantsBody = !target.fragments.isEmpty
        for count in 0... {
            let answer: WebAnswer
            switch await ask(address, wantsBody: wantsBody && policies.looksForFragments(in: address)) {
            case .failure(let failure):
                return Outcome(verdict: .broken(.noAnswer(failure)), final: count > 0 ? address : nil)
            case .success(let success): answer = success
            }
            guard Self.redirects.contains(answer.status), !policies.accepts(answer.status, of: address) else {
                return judge(answer, at: address, isPermanent: count == 0 ? nil : isPermanent, target)
            }
            // An empty one would be the page itself, and browsers stay where they are.
            guard let location = answer.location, !location.isEmpty else {
                return Outcome(verdict: .broken(.redirectNowhere(answer.status)), final: count > 0 ? address : nil)
            }
            guard count < settings.redirects else {
                return Outcome(verdict: .broken(.tooManyRedirects(settings.redirects)))
            }
            if answer.status != 301, answer.status != 308 { isPermanent = false }
            switch next(location, from: address) {
            case .failure(let refusal): return Outcome(verdict: .broken(refusal.cause))
            case .success(let next): address = next
            }
            // A page may send a visitor to itself once, to see whether a cookie comes back.
            visits[address.text, default: 0] += 1
            guard visits[address.text, default: 0] < 3 else {
                return Outcome(verdict: .broken(.redirectLoop(address.text)))
            }
        }
        return .unchecked
    }

    private static let redirects: Set<Int> = [301, 302, 303, 307, 308]

    private struct Refusal: Error { let cause: Verdict.Cause }

    /// Where a redirect leads, unless that is nowhere to go.
    private func next(_ location: String, from address: WebAddress) -> Result<WebAddress, Refusal> {
        let next: WebAddress
        do throws(WebAddress.Problem) {
            next = try WebAddress(location, from: address)
        } catch {
            let shown = WebAddress.printable(location).prefix(200)
            return .failure(Refusal(cause: .redirectRefused(String(shown), error.words)))
        }
        if let privacy = HostName.privacy(next.host), !policies.allowsPrivate(next) {
            return .failure(Refusal(cause: .redirectRefused(next.text, "that is \(privacy)")))
        }
        return .success(next)
    }

    // MARK: - One address

    private func ask(_ address: WebAddress, wantsBody: Bool) async -> Result<WebAnswer, WebFailure> {
        if let failure = hosts.failure(of: address) { return .failure(failure) }
        var request = WebRequest(method: .head, address: address, headers: policies.headers(for: address))
        request.allowsPrivate = policies.allowsPrivate(address)
        request.bodyLimit = wantsBody ? settings.body : min(settings.body, 64_000)
        if wantsBody || !hosts.answersHead(address) { request.method = .get }
        if let method = policies.method(for: address), !wantsBody { request.method = method }
        var attempt = 0
        var headFailed = false
        while true {
            await gate.enter(address.host, policies.pace(of: address))
            let result = await client.ask(request)
            await gate.leave(address.host)
            if request.method == .head, policies.method(for: address) != .head, RetryPolicy.needsBody(result) {
                request.method = .get
                headFailed = true
                continue
            }
            guard let wait = retries.wait(after: result, attempt: attempt) else {
                hosts.learn(result, of: address, headFailed: headFailed)
                return result
            }
            attempt += 1
            if case .success(let answer) = result, answer.retryAfter != nil {
                await gate.pause(address.host, for: wait)
            } else {
                try? await Task.sleep(for: wait)
            }
        }
    }

    private func judge(
        _ answer: WebAnswer, at address: WebAddress, isPermanent: Bool?, _ target: Target
    ) -> Outcome {
        guard policies.accepts(answer.status, of: address) else {
            let isWall = answer.isChallenge || settings.unverifiable.contains { $0.contains(answer.status) }
            return Outcome(
                verdict: isWall ? .unverifiable(status: answer.status) : .broken(.status(answer.status)),
                final: isPermanent == nil ? nil : address)
        }
        let verdict = isPermanent.map { Verdict.redirected(to: address.text, isPermanent: $0) } ?? .good
        if target.fragments.isEmpty { return verdict == .good ? .good : Outcome(verdict: verdict) }
        var missing: [String: String?] = [:]
        if policies.looksForFragments(in: address), let anchors = PageAnchors(answer) {
            for fragment in target.fragments where anchors.lacks(fragment) {
                missing[fragment] = .some(anchors.nearest(to: fragment))
            }
        }
        // Also where nobody can tell: the answer would be the same the next time.
        return Outcome(verdict: verdict, missing: missing, lookedFor: target.fragments)
    }
}

/// What a run learned of hosts, so that it need not learn it again for each address.
private final class HostExperience: Sendable {
    private struct Memory {
        /// Hosts that nothing can be got from.
        var failures: [String: WebFailure] = [:]
        /// Hosts that answered GET where they did not answer HEAD.
        var headless: Set<String> = []
    }

    private let memory = Mutex(Memory())

    private static func key(_ address: WebAddress) -> String { (address.isSecure ? "s:" : "") + address.server }

    func failure(of address: WebAddress) -> WebFailure? { memory.withLock { $0.failures[Self.key(address)] } }

    func answersHead(_ address: WebAddress) -> Bool { memory.withLock { !$0.headless.contains(Self.key(address)) } }

    func learn(_ result: Result<WebAnswer, WebFailure>, of address: WebAddress, headFailed: Bool) {
        switch result {
        case .success(let answer):
            guard headFailed, (200...399).contains(answer.status) else { return }
            memory.withLock { _ = $0.headless.insert(Self.key(address)) }
        case .failure(let failure):
            switch failure {
            case .name, .connection, .privateAddress, .certificate, .handshake:
                memory.withLock { $0.failures[Self.key(address)] = failure }
            default: break
            }
        }
    }
}
