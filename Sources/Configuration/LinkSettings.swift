import Diagnostics
import YAML

/// What `galley.yml` says about links that lead out of the site.
public struct LinkSettings: Sendable {
    /// Status codes that are as good as 200.
    public var accept: [Located<ClosedRange<Int>>] = []
    /// Status codes after which nobody can tell whether the page is there: walls before robots, logins, limits of rate.
    public var unverifiable: [ClosedRange<Int>] = [401...401, 403...403, 407...407, 429...429, 999...999]
    /// Addresses that are asked whatever `exclude` says.
    public var include: [Located<String>] = []
    public var exclude: [Exclusion] = []
    /// What holds for single hosts, in the order of the file.
    public var hosts: [HostPolicy] = []
    /// Beginnings of addresses, and what they are replaced by before anything is asked.
    public var remap: [Remapping] = []
    /// Hosts on this machine and in private networks that may be asked: a name, or a name and a port.
    public var allow: [Located<String>] = []
    public var timeouts = Timeouts()
    /// How often a request is tried again.
    public var retries = 2
    /// The longest wait that a server may ask for before the next try.
    public var longestWait = Duration.seconds(60)
    /// How many redirects are followed.
    public var redirects = 10
    /// How many requests run at a time: of all hosts, and of each.
    public var concurrency = 64
    public var hostConcurrency = 8
    /// How many requests a second each host gets.
    public var rate = 20.0
    /// How much of a body is read, decompressed.
    public var body = 2_000_000
    /// Whether anchors are looked for in the pages that links lead to.
    public var fragments = true
    /// A file of certificates of authorities that are trusted, in PEM, in the place of the system's.
    public var certificates: Located<String>?
    /// The file that keeps the day on which each address was last good.
    public var ledger: Located<String>?
    /// For how many days an address that was good may be dead before it is a fault.
    public var quarantine = 14
    /// How long an answer is remembered on this machine: a good one, and another.
    public var goodAge = Duration.seconds(86_400)
    public var badAge = Duration.seconds(600)

    public init() {}

    /// Addresses that are not asked, and why.
    public struct Exclusion: Sendable {
        /// An address or how it begins; `*` stands for any text.
        public let address: Located<String>
        public let reason: Located<String>
        /// The last day on which it holds.
        public let until: Located<CalendarDate>?
    }

    public struct Remapping: Sendable {
        public let from: Located<String>
        public let to: Located<String>
    }

    /// How long the stages of a request may take.
    public struct Timeouts: Sendable {
        public var connect = Duration.seconds(10)
        public var firstByte = Duration.seconds(20)
        public var whole = Duration.seconds(40)
    }

    public enum Method: String, Sendable, CaseIterable { case head, get }

    /// What holds for one host.
    public struct HostPolicy: Sendable {
        public var host: Located<String>
        public var accept: [Located<ClosedRange<Int>>]?
        public var headers: [(name: Located<String>, value: Located<String>)] = []
        /// The variable of the environment that holds a token for this host, and for no other.
        public var token: Located<String>?
        public var method: Method?
        public var rate: Double?
        public var concurrency: Int?
        public var fragments: Bool?
        /// Why the host is not asked at all.
        public var skip: Located<String>?
        public var until: Located<CalendarDate>?
    }
}

extension YAMLType where Value == LinkSettings {
    static var links: Self {
        .mapping("`links`") { fields in
            var links = LinkSettings()
            links.accept = fields.optional("accept", as: .list(of: .statusCodes))?.value ?? []
            if let codes = fields.optional("unverifiable", as: .list(of: .statusCodes)) {
                links.unverifiable = codes.value.map(\.value)
            }
            links.include = fields.optional("include", as: .list(of: .string))?.value ?? []
            links.exclude = fields.optional("exclude", as: .list(of: .exclusion))?.value.map(\.value) ?? []
            links.hosts = fields.optional("hosts", as: .hostPolicies)?.value ?? []
            let remap = fields.optional("remap", as: .pairs(of: .addressBeginning, keys: .addressBeginning))
            links.remap = (remap?.value ?? []).map { LinkSettings.Remapping(from: $0.key, to: $0.value) }
            links.allow = fields.optional("allow", as: .list(of: .host))?.value ?? []
            links.timeouts = fields.optional("timeouts", as: .timeouts)?.value ?? links.timeouts
            links.retries = fields.optional("retries", as: .integer(in: 0...10))?.value ?? links.retries
            links.longestWait = fields.optional("longest-wait", as: .duration)?.value ?? links.longestWait
            links.redirects = fields.optional("redirects", as: .integer(in: 0...50))?.value ?? links.redirects
            links.concurrency = fields.optional("concurrency", as: .integer(in: 1...1000))?.value ?? links.concurrency
            links.hostConcurrency =
                fields.optional("host-concurrency", as: .integer(in: 1...1000))?.value ?? links.hostConcurrency
            links.rate = fields.optional("rate", as: .rate)?.value ?? links.rate
            links.body = fields.optional("body", as: .byteCount)?.value ?? links.body
            links.fragments = fields.optional("fragments", as: .bool)?.value ?? true
            links.certificates = fields.optional("certificates", as: .path)
            links.ledger = fields.optional("ledger", as: .path)
            links.quarantine = fields.optional("quarantine", as: .integer(in: 0...3650))?.value ?? links.quarantine
            let ages = YAMLType<(good: Duration?, bad: Duration?)>.mapping("`remember`") { fields in
                let good = fields.optional("good", as: .duration)
                let bad = fields.optional("bad", as: .duration)
                return (good?.value, bad?.value)
            }
            if let ages = fields.optional("remember", as: ages)?.value {
                links.goodAge = ages.good ?? links.goodAge
                links.badAge = ages.bad ?? links.badAge
            }
            return links
        }
    }
}

extension YAMLType where Value == LinkSettings.Exclusion {
    fileprivate static var exclusion: Self {
        .mapping("an exclusion") { fields in
            let address = fields.required("address", as: .string)
            let reason = fields.required("reason", as: .string)
            let until = fields.optional("until", as: .date)
            guard let address, let reason else { return nil }
            return LinkSettings.Exclusion(address: address, reason: reason, until: until)
        }
    }
}

extension YAMLType where Value == LinkSettings.Timeouts {
    fileprivate static var timeouts: Self {
        .mapping("`timeouts`") { fields in
            var timeouts = LinkSettings.Timeouts()
            timeouts.connect = fields.optional("connect", as: .timeLimit)?.value ?? timeouts.connect
            timeouts.firstByte = fields.optional("first-byte", as: .timeLimit)?.value ?? timeouts.firstByte
            timeouts.whole = fields.optional("whole", as: .timeLimit)?.value ?? timeouts.whole
            return timeouts
        }
    }
}

extension YAMLType where Value == [LinkSettings.HostPolicy] {
    fileprivate static var hostPolicies: Self {
        let pairs = YAMLType<[YAMLPair<LinkSettings.HostPolicy>]>.pairs(of: .hostPolicy, keys: .host)
        return Self("a mapping of hosts", shape: pairs.shape) { node, report in
            var first: [String: Span] = [:]
            return pairs.read(node, &report)?.map { pair in
                var policy = pair.value.value
                policy.host = pair.key.map { $0.lowercased() }
                // The same host in other letters.
                if let other = first.updateValue(pair.key.span, forKey: policy.host.value) {
                    report.append(YAMLDuplicateKey.finding(pair.key.value, at: pair.key.origin, first: other))
                }
                return policy
            }
        }
    }
}

extension YAMLType where Value == LinkSettings.HostPolicy {
    fileprivate static var hostPolicy: Self {
        .mapping("a host") { fields in
            var policy = LinkSettings.HostPolicy(host: Located("", at: fields.node.origin))
            policy.accept = fields.optional("accept", as: .list(of: .statusCodes))?.value
            policy.headers = (fields.optional("headers", as: .pairs(of: .headerValue))?.value ?? []).map {
                ($0.key, $0.value)
            }
            for (name, _) in policy.headers where !YAMLType<String>.isHeaderName(name.value) {
                fields.report.append(
                    YAMLWrongType.finding(
                        found: "`\(name.value)`", expected: "the name of a header, such as `Accept`", at: name.origin))
            }
            policy.token = fields.optional("token", as: .environmentVariable)
            let methods = LinkSettings.Method.allCases.map(\.rawValue)
            policy.method = fields.optional("method", as: .word(of: methods)).flatMap { .init(rawValue: $0.value) }
            policy.rate = fields.optional("rate", as: .rate)?.value
            policy.concurrency = fields.optional("concurrency", as: .integer(in: 1...1000))?.value
            policy.fragments = fields.optional("fragments", as: .bool)?.value
            policy.skip = fields.optional("skip", as: .string)
            policy.until = fields.optional("until", as: .date)
            if policy.until != nil, policy.skip == nil, let place = fields.origin(ofKey: "until") {
                fields.report.append(
                    YAMLWrongType.finding(
                        found: "`until` alone", expected: "`skip` with the reason beside it", at: place))
            }
            return policy
        }
    }
}
