import Configuration
import Diagnostics
import Site

/// The links of a site, sorted by what is to be done about them: what can be told without asking anybody is told here.
struct LinkCollection: Sendable {
    /// A link, with the number of what is asked for it.
    struct Use: Sendable {
        let link: ExternalLink
        private let storedTarget: Int32
        var target: Int { Int(storedTarget) }

        init(link: ExternalLink, target: Int) {
            self.link = link
            storedTarget = Int32(truncatingIfNeeded: target)
        }
    }

    /// What is asked, each address once, in the order of first uses. Settings may lead addresses elsewhere, several of
    /// them to one target.
    private(set) var targets: [Inquiry.Target] = []
    private(set) var uses: [Use] = []
    private(set) var findings: [Diagnostic] = []
    private(set) var tally = LinkTally()
    private var numbers: [String: Int] = [:]
    /// Of uses that the settings lead elsewhere: the addresses that their authors mean.
    private var remapped: [Int: WebAddress] = [:]
    private var usedExclusions = Set<Int>()
    private var usedHosts = Set<String>()

    private let settings: LinkSettings
    private let policies: HostPolicies
    private let exclusions: [AddressPattern]
    private let inclusions: [AddressPattern]

    private let today: CalendarDate

    init(_ links: [ExternalLink] = [], settings: LinkSettings, policies: HostPolicies, today: CalendarDate) {
        self.settings = settings
        self.policies = policies
        self.today = today
        exclusions = settings.exclude.map { AddressPattern($0.address.value) }
        inclusions = settings.include.map { AddressPattern($0.value) }
        add(links)
    }

    mutating func add(_ links: some Sequence<ExternalLink>) { for link in links { add(link) } }

    /// Takes over what is to be asked for links, and not the links: those are added when it is known where pages have them.
    mutating func foresee(_ links: some Sequence<ExternalLink>) {
        var ahead = self
        for link in links {
            ahead.add(link)
            ahead.uses.removeAll(keepingCapacity: true)
        }
        (targets, numbers) = (ahead.targets, ahead.numbers)
    }

    /// The anchor that a link names, of the page that is asked.
    /// - Parameter use: the number of the link among the uses.
    func fragment(of use: Int) -> String? {
        guard !targets[uses[use].target].fragments.isEmpty else { return nil }
        let written = uses[use].link.address
        return (try? WebAddress(remapped(written) ?? written))?.fragment
    }

    /// The address that the author of a link means: what the ledger knows it by, wherever it is asked.
    /// - Parameter use: the number of the link among the uses.
    func written(_ use: Int) -> WebAddress { remapped[use] ?? targets[uses[use].target].address }

    private mutating func add(_ link: ExternalLink) {
        let scheme = link.address.prefix { $0 != ":" }.lowercased()
        switch scheme {
        case _ where link.address.hasPrefix("//"), "http", "https": addWeb(link)
        case "mailto":
            tally.mail += 1
            if let fault = MailAddress.fault(in: link.address) {
                findings.append(LinkInvalidAddress.mail(link, fault))
            }
        default:
            if let meant = Self.schemeMeant(by: scheme) {
                tally.invalid += 1
                findings.append(LinkInvalidAddress.scheme(link, scheme, meant: meant))
            } else {
                tally.otherSchemes[scheme, default: 0] += 1
            }
        }
    }

    /// The scheme that was meant where one was mistyped: browsers know none of such a name.
    private static func schemeMeant(by scheme: String) -> String? {
        Spelling.nearest(to: scheme, among: ["https", "http", "mailto"])
    }

    private mutating func addWeb(_ link: ExternalLink) {
        tally.links += 1
        let written: WebAddress
        let address: WebAddress
        do throws(WebAddress.Problem) {
            written = try WebAddress(link.address)
            if let other = remapped(link.address) { address = try WebAddress(other) } else { address = written }
        } catch {
            tally.invalid += 1
            findings.append(LinkInvalidAddress.web(link, error))
            return
        }
        if isExcluded(link.address, address) {
            tally.excluded += 1
        } else if let privacy = HostName.privacy(address.host), !policies.allowsPrivate(address) {
            tally.refused += 1
            findings.append(LinkRefusedAddress.byName(link, host: address.host, privacy))
        } else if HostName.isReserved(address.host), policies.policy(of: address) == nil {
            tally.reserved += 1
        } else {
            use(link, written, asking: address)
        }
    }

    private mutating func use(_ link: ExternalLink, _ written: WebAddress, asking address: WebAddress) {
        let number: Int
        if let known = numbers[address.text] {
            number = known
        } else {
            number = targets.count
            targets.append(Inquiry.Target(address: address))
            numbers[address.text] = number
        }
        if let fragment = address.fragment, !targets[number].fragments.contains(fragment) {
            targets[number].fragments.insert(fragment)
        }
        if written.text != address.text { remapped[uses.count] = written }
        uses.append(Use(link: link.sharing(targets[number].address.text), target: number))
    }

    /// Where the settings lead an address; nil where they say nothing of it.
    private func remapped(_ address: String) -> String? {
        let mapping = settings.remap.first { address.hasPrefix($0.from.value) }
        return mapping.map { $0.to.value + address.dropFirst($0.from.value.count) }
    }

    // MARK: - What is left out

    private mutating func isExcluded(_ written: String, _ address: WebAddress) -> Bool {
        // Each that matches is of use, even where another would do.
        var isExcluded = false
        for (index, pattern) in exclusions.enumerated() where pattern.matches(written) {
            usedExclusions.insert(index)
            if let until = settings.exclude[index].until?.value, until < today { continue }
            isExcluded = true
        }
        if let policy = policies.policy(of: address) {
            usedHosts.insert(policy.host.value)
            if policy.skip != nil, policy.until.map({ $0.value >= today }) ?? true { isExcluded = true }
        }
        return isExcluded && !inclusions.contains { $0.matches(written) }
    }

    /// What the settings leave out for longer than they should, or for nothing.
    /// - Parameter isWhole: whether all links of the site are here, so that what is unused can be told.
    func settingFindings(today: CalendarDate, isWhole: Bool) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for (index, exclusion) in settings.exclude.enumerated() {
            if let until = exclusion.until, until.value < today {
                findings.append(LinkPolicyExpired.exclusion(exclusion.address.value, until))
            } else if isWhole, !usedExclusions.contains(index) {
                findings.append(LinkUnusedExclusion.exclusion(exclusion.address))
            }
        }
        for policy in settings.hosts {
            if let until = policy.until, until.value < today {
                findings.append(LinkPolicyExpired.host(policy.host.value, until))
            } else if isWhole, !usedHosts.contains(policy.host.value) {
                let others = uses.indices.map(written).filter { policies.policy(of: $0) == nil }
                findings.append(
                    LinkUnusedExclusion.host(
                        policy.host,
                        nearest: Spelling.nearest(to: policy.host.value, among: Set(others.map(\.server)).sorted())))
            }
        }
        return findings
    }
}
