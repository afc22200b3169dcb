import Configuration
import Diagnostics

/// What the configuration says of each host, ready to be looked up.
struct HostPolicies: Sendable {
    private let settings: LinkSettings
    private let byHost: [String: LinkSettings.HostPolicy]
    private let tokens: [String: String]
    private let allowed: Set<String>

    /// - Parameter environment: looks up a variable.
    init(_ settings: LinkSettings, environment: (String) -> String?) {
        self.settings = settings
        byHost = Dictionary(settings.hosts.map { ($0.host.value, $0) }, uniquingKeysWith: { first, _ in first })
        var tokens: [String: String] = [:]
        for policy in settings.hosts {
            guard let variable = policy.token?.value, let token = environment(variable), !token.isEmpty,
                HeaderValue.isSound(token)
            else { continue }
            tokens[policy.host.value] = token
        }
        self.tokens = tokens
        allowed = Set(settings.allow.map { $0.value.lowercased() })
    }

    /// A policy may be of a host, or of a host at one port.
    func policy(of address: WebAddress) -> LinkSettings.HostPolicy? { byHost[address.server] ?? byHost[address.host] }

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

    func looksForFragments(in address: WebAddress) -> Bool {
        settings.fragments && policy(of: address)?.fragments ?? true
    }

    func pace(of address: WebAddress) -> RequestGate.Pace {
        let policy = policy(of: address)
        return RequestGate.Pace(
            concurrency: policy?.concurrency ?? settings.hostConcurrency, rate: policy?.rate ?? settings.rate)
    }

    /// What an answer depends on besides the address: with other settings, what is remembered does not count.
    func words(for address: WebAddress) -> [String] {
        let policy = policy(of: address)
        let codes = (policy?.accept ?? settings.accept).map { "\($0.value)" }
        return codes + ["|"] + settings.unverifiable.map { "\($0)" } + ["|", "\(settings.redirects)"]
            + (policy?.headers ?? []).flatMap { [$0.name.value, $0.value.value] }
            + [policy?.method?.rawValue ?? "", tokens[policy?.host.value ?? ""] == nil ? "" : "token"]
    }
}

/// What may stand in a header.
enum HeaderValue {
    /// Without line breaks, which would begin another header.
    static func isSound(_ text: String) -> Bool { !text.utf8.contains { $0 < 0x20 || $0 == 0x7F } }
}
