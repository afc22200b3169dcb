import Configuration
import Diagnostics

/// What the configuration says of each host, ready to be looked up.
struct HostPolicies: Sendable {
    private let settings: LinkSettings
    private let byHost: [String: LinkSettings.HostPolicy]
    private let tokens: [String: String]
    private let allowed: Set<String>
    /// By host; the empty name is for all without a policy.
    private let digests: [String: String]

    /// - Parameter environment: looks up a variable.
    init(_ settings: LinkSettings, environment: (String) -> String?) {
        self.settings = settings
        byHost = Dictionary(
            settings.hosts.map { (HostName.ascii($0.host.value), $0) }, uniquingKeysWith: { first, _ in first })
        var tokens: [String: String] = [:]
        for policy in settings.hosts {
            guard let variable = policy.token?.value, let token = environment(variable), !token.isEmpty,
                LinkSettings.isHeaderValue(token)
            else { continue }
            tokens[policy.host.value] = token
        }
        self.tokens = tokens
        var digests = ["": Self.digest(settings, nil, hasToken: false)]
        for policy in settings.hosts {
            let host = policy.host.value
            digests[host] = Self.digest(settings, policy, hasToken: tokens[host] != nil)
        }
        self.digests = digests
        // Addresses of the sixth version stand in brackets, which are no part of them.
        allowed = Set(settings.allow.map { HostName.ascii($0.value).filter { $0 != "[" && $0 != "]" } })
    }

    /// A policy may be of a host, or of a host at one port.
    func policy(of address: WebAddress) -> LinkSettings.HostPolicy? {
        byHost.isEmpty ? nil : byHost[address.server] ?? byHost[address.host]
    }

    /// Whether the author lets this host be in a private network.
    func allowsPrivate(_ address: WebAddress) -> Bool {
        allowed.contains(address.host) || allowed.contains("\(address.host):\(address.port)")
    }

    func accepts(_ status: Int, of address: WebAddress) -> Bool {
        let codes = policy(of: address)?.accept ?? settings.accept
        return (200...299).contains(status) || codes.contains { $0.value.contains(status) }
    }

    /// The headers that this host gets, and no other. A token is sent encrypted, or to a host that was allowed by name.
    func headers(for address: WebAddress) -> [WebRequest.Header] {
        var headers = [WebRequest.Header(name: "Accept", value: "text/html,application/xhtml+xml,*/*;q=0.8")]
        guard let policy = policy(of: address) else { return headers }
        for (name, value) in policy.headers {
            headers.removeAll { $0.name.lowercased() == name.value.lowercased() }
            headers.append(WebRequest.Header(name: name.value, value: value.value))
        }
        if let token = tokens[policy.host.value], address.isSecure || allowsPrivate(address) {
            headers.append(WebRequest.Header(name: "Authorization", value: "Bearer \(token)"))
        }
        return headers
    }

    func method(for address: WebAddress) -> WebRequest.Method? {
        policy(of: address)?.method.map { $0 == .get ? .get : .head }
    }

    /// What is said of a host counts for more than what is said of all.
    func looksForFragments(in address: WebAddress) -> Bool {
        policy(of: address)?.fragments ?? settings.fragments
    }

    func pace(of address: WebAddress) -> RequestGate.Pace {
        let policy = policy(of: address)
        return RequestGate.Pace(
            concurrency: policy?.concurrency ?? settings.hostConcurrency, rate: policy?.rate ?? settings.rate)
    }

    /// Names what an answer depends on besides the address: with other settings, what is remembered does not count.
    func digest(for address: WebAddress) -> String { digests[policy(of: address)?.host.value ?? ""] ?? "" }

    private static func digest(
        _ settings: LinkSettings, _ policy: LinkSettings.HostPolicy?, hasToken: Bool
    ) -> String {
        var digest = Digest()
        for codes in (policy?.accept ?? settings.accept).map(\.value) { digest.add(part: "accept \(codes)") }
        for codes in settings.unverifiable { digest.add(part: "unverifiable \(codes)") }
        for (name, value) in policy?.headers ?? [] { digest.add(part: "header \(name.value) \(value.value)") }
        digest.add(part: "\(settings.redirects) \(policy?.method?.rawValue ?? "") \(hasToken)")
        digest.add(part: "\(policy?.fragments ?? settings.fragments) \(settings.body)")
        return String(digest.finish().prefix(16))
    }
}
