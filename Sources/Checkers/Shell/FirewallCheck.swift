import Diagnostics

/// Follows the rules that a script puts into chains, and finds those that are never reached and those that are open to
/// everyone.
struct FirewallCheck {
    /// Words of a rule that say which packets it means: an option with its value, in the order written.
    typealias Condition = [String]

    struct Rule {
        let accepts: Bool
        let drops: Bool
        let conditions: [Condition]
        let range: Range<Int>

        /// Whether it means all packets that another means.
        func covers(_ other: Rule) -> Bool { conditions.allSatisfy { other.conditions.contains($0) } }
    }

    private var chains: [String: [Rule]] = [:]
    private var order: [String] = []
    /// Ports that only other parts of a Loki, or a proxy, have to reach.
    private static let internalPorts: Set<String> = ["3100", "9095", "7946"]

    mutating func take(_ invocation: Invocation) {
        switch invocation.program {
        case "iptables", "ip6tables": takeTables(invocation)
        case "ufw": takeUfw(invocation)
        case "nft": takeNft(invocation)
        default: break
        }
    }

    func findings(map: PositionMap) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for key in order {
            let rules = chains[key] ?? []
            for (index, rule) in rules.enumerated() where rule.accepts {
                let earlier = rules[..<index]
                let origin = map.origin(of: rule.range)
                if let drop = earlier.first(where: { $0.drops && $0.covers(rule) }) {
                    found.append(
                        SecurityDropHidesAccept.finding(at: origin, earlier: map.origin(of: drop.range).span))
                } else if isOpen(rule, in: key), !earlier.contains(where: \.drops) {
                    found.append(SecurityWorldOpen.found("an internal port", at: origin))
                }
            }
        }
        return found
    }

    /// Whether a rule lets everyone reach an internal port: a port and nothing else that narrows it down.
    private func isOpen(_ rule: Rule, in key: String) -> Bool {
        let isEntry = ["INPUT", "FORWARD", "DOCKER-USER", "ufw"].contains { key.hasSuffix(" " + $0) }
        guard isEntry else { return false }
        var opens = false
        for condition in rule.conditions {
            switch condition.first {
            case "port":
                opens = condition[1].split(separator: ",").contains { Self.internalPorts.contains(String($0)) }
                if !opens { return false }
            case "-p", "-m", "state": continue
            default: return false
            }
        }
        return opens
    }

    private mutating func add(_ rule: Rule, to key: String, at position: Int? = nil) {
        if chains[key] == nil { order.append(key) }
        let count = chains[key]?.count ?? 0
        chains[key, default: []].insert(rule, at: min(max(0, position ?? count), count))
    }

    /// What is computed is like nothing else.
    private static func text(_ word: ShellWord) -> String {
        word.literal ?? "\(word.pattern)@\(word.range.lowerBound)"
    }

    // MARK: iptables

    private mutating func takeTables(_ invocation: Invocation) {
        var words = invocation.arguments[...]
        var table = "filter"
        var command: (letter: String, chain: String, position: Int?)?
        var target = ""
        var conditions: [Condition] = []
        var isNegated = false
        while let word = words.popFirst() {
            let text = Self.text(word)
            let value = { words.popFirst().map(Self.text) ?? "" }
            switch text {
            case "-t", "--table": table = value()
            case "-A", "--append", "-D", "--delete":
                command = (text.contains("D") || text == "--delete" ? "D" : "A", value(), nil)
            case "-I", "--insert":
                let chain = value()
                let number = words.first.flatMap { Int($0.pattern) }
                if number != nil { words.removeFirst() }
                command = ("I", chain, (number ?? 1) - 1)
            case "-F", "--flush":
                let chain = words.first?.pattern
                for key in order where chain.map({ key.hasSuffix(" " + $0) }) ?? true { chains[key] = [] }
                return
            case "-j", "--jump", "-g", "--goto": target = value()
            case "!": isNegated = true
            case "--comment": _ = value()
            case "--reject-with", "--log-prefix", "--log-level", "-w", "-W": _ = value()
            case "-m", "--match":
                let module = value()
                // What a module is asked says the rest.
                if !["tcp", "udp", "comment", "multiport", "conntrack", "state"].contains(module) {
                    conditions.append(["-m " + module])
                }
            default:
                guard text.hasPrefix("-") else { continue }
                let condition = Self.condition(text, value(), isNegated: isNegated)
                if let condition { conditions.append(condition) }
                isNegated = false
            }
        }
        guard let command else { return }
        let key = "\(invocation.program) \(table) \(command.chain)"
        let rule = Rule(
            accepts: target == "ACCEPT", drops: target == "DROP" || target == "REJECT", conditions: conditions,
            range: invocation.word.range
                .lowerBound..<(invocation.arguments.last?.range.upperBound ?? invocation.word.range.upperBound))
        guard command.letter != "D" else {
            let same = chains[key]?.firstIndex {
                $0.accepts == rule.accepts && $0.drops == rule.drops && $0.conditions == rule.conditions
            }
            if let same { chains[key]?.remove(at: same) }
            return
        }
        add(rule, to: key, at: command.position)
    }

    private static func condition(_ option: String, _ value: String, isNegated: Bool) -> Condition? {
        let names = [
            "--protocol": "-p", "--source": "-s", "--src": "-s", "--destination": "-d", "--dst": "-d",
            "--in-interface": "-i", "--out-interface": "-o", "--dport": "port", "--dports": "port",
            "--destination-port": "port", "--destination-ports": "port", "--ctstate": "state", "--state": "state",
        ]
        let name = names[option] ?? option
        if name == "-s" || name == "-d", !isNegated, ["0.0.0.0/0", "::/0", "0/0", "any"].contains(value) { return nil }
        // The state of a connection narrows nothing down where new ones are among them.
        if name == "state", !value.uppercased().contains("NEW") { return ["only", value] }
        if isNegated { return ["!", name, value] }
        return [name, value]
    }

    // MARK: ufw

    private mutating func takeUfw(_ invocation: Invocation) {
        var words = invocation.arguments.map(Self.text)[...]
        var position: Int?
        if words.first == "--force" || words.first == "--dry-run" { words.removeFirst() }
        if words.first == "insert", words.count > 2 {
            position = (Int(words[words.startIndex + 1]) ?? 1) - 1
            words = words.dropFirst(2)
        } else if words.first == "prepend" {
            position = 0
            words.removeFirst()
        }
        guard let verb = words.popFirst(), ["allow", "deny", "reject"].contains(verb) else { return }
        var conditions: [Condition] = []
        while let word = words.popFirst() {
            switch word {
            case "in", "log", "log-all", "any": continue
            case "out": return
            case "on": conditions.append(["-i", words.popFirst() ?? ""])
            case "proto": conditions.append(["-p", words.popFirst() ?? ""])
            case "comment", "app": _ = words.popFirst()
            case "from", "to":
                let address = words.popFirst() ?? ""
                if !["any", "0.0.0.0/0", "::/0"].contains(address) { conditions.append([word, address]) }
                guard words.first == "port" else { continue }
                words.removeFirst()
                conditions.append([word == "to" ? "port" : "source port", words.popFirst() ?? ""])
            default:
                let parts = word.split(separator: "/", maxSplits: 1).map(String.init)
                guard let port = parts.first else { continue }
                conditions.append(["port", port])
                if parts.count > 1 { conditions.append(["-p", parts[1]]) }
            }
        }
        let end = invocation.arguments.last?.range.upperBound ?? invocation.word.range.upperBound
        let rule = Rule(
            accepts: verb == "allow", drops: verb != "allow", conditions: conditions,
            range: invocation.word.range.lowerBound..<end)
        add(rule, to: "ufw ufw", at: position)
    }

    // MARK: nft

    /// `nft add rule inet filter input tcp dport 3100 drop`
    private mutating func takeNft(_ invocation: Invocation) {
        // The rule may be one quoted word.
        let words = invocation.arguments.flatMap { Self.text($0).split(separator: " ").map(String.init) }
        guard words.count > 5, ["add", "insert"].contains(words[0]), words[1] == "rule" else { return }
        let families: Set<String> = ["ip", "ip6", "inet", "arp", "bridge", "netdev"]
        let chain = families.contains(words[2]) ? 2...4 : 2...3
        guard let verdict = words.lastIndex(where: { ["accept", "drop", "reject"].contains($0) }),
            verdict > chain.upperBound
        else { return }
        let matches = words[(chain.upperBound + 1)..<verdict].filter { $0 != "counter" }
        let rule = Rule(
            accepts: words[verdict] == "accept", drops: words[verdict] != "accept",
            conditions: Self.nftConditions(matches),
            range: invocation.word.range.lowerBound..<(invocation.arguments.last?.range.upperBound ?? 0))
        add(rule, to: "nft " + words[chain].joined(separator: "/"), at: words[0] == "insert" ? 0 : nil)
    }

    /// `ip saddr 10.0.0.0/8 tcp dport 3100` as two conditions. Words that are not known stay one.
    private static func nftConditions(_ words: [String]) -> [Condition] {
        var conditions: [Condition] = []
        let starts: Set<String> = [
            "ip", "ip6", "tcp", "udp", "iif", "iifname", "oif", "oifname", "ct", "meta", "th", "limit", "log",
        ]
        for word in words {
            if starts.contains(word), conditions.last?.count != 1 || conditions.last == nil {
                conditions.append([word])
            } else if conditions.isEmpty {
                conditions.append([word])
            } else {
                conditions[conditions.count - 1].append(word)
            }
        }
        return conditions
    }
}
