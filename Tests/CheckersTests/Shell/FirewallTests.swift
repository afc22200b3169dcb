import Diagnostics
import Testing

@testable import Checkers

struct FirewallTests {
    @Test(arguments: [
        (
            "iptables -A INPUT -p tcp --dport 3100 -s 10.0.0.0/8 -j ACCEPT\niptables -A INPUT -p tcp --dport 3100 -j DROP\n"
                + "iptables -A INPUT -p tcp --dport 3100 -s P -j ACCEPT",
            ["security/drop-hides-accept: iptables -A INPUT -p tcp --dport 3100 -s P -j ACCEPT"]
        ),
        (
            "iptables -A A -j REJECT; sudo iptables -A A -i lo -j ACCEPT",
            ["security/drop-hides-accept: iptables -A A -i lo -j ACCEPT"]
        ),
        ("iptables -A A -j DROP; iptables -I A -i lo -j ACCEPT", []),
        (
            "iptables -A A -j DROP; iptables -I A 2 -i lo -j ACCEPT",
            ["security/drop-hides-accept: iptables -I A 2 -i lo -j ACCEPT"]
        ),
        ("iptables -A A -p tcp --dport 22 -j DROP; iptables -A A -p tcp --dport 3100 -s x -j ACCEPT", []),
        ("iptables -A A -j DROP; iptables -D A -j DROP; iptables -A A -i lo -j ACCEPT", []),
        ("iptables -A A -j DROP; iptables -F; iptables -A A -i lo -j ACCEPT", []),
        ("iptables -A A -j DROP; ip6tables -A A -i lo -j ACCEPT; iptables -A B -i lo -j ACCEPT", []),
        ("iptables -A A -s $X -j DROP; iptables -A A -s $Y -j ACCEPT", []),
        ("iptables -A A ! -s 10.0.0.0/8 -j DROP; iptables -A A -s 10.0.0.0/8 -j ACCEPT", []),
        ("iptables -A A -m limit --limit 5/m -j DROP; iptables -A A -i lo -j ACCEPT", []),
        (
            "iptables -A INPUT -p tcp --dport 3100 -j ACCEPT",
            ["security/world-open: iptables -A INPUT -p tcp --dport 3100 -j ACCEPT"]
        ),
        (
            "iptables -A INPUT -p tcp -s 0.0.0.0/0 --dport 9095 -j ACCEPT",
            ["security/world-open: iptables -A INPUT -p tcp -s 0.0.0.0/0 --dport 9095 -j ACCEPT"]
        ),
        ("iptables -A INPUT -p tcp --dport 443 -j ACCEPT; iptables -A INPUT -i lo -p tcp --dport 3100 -j ACCEPT", []),
        (
            "iptables -A INPUT -p tcp --dport 3100 ! -s 10.0.0.0/8 -j DROP; iptables -A INPUT -p tcp --dport 3100 -j ACCEPT",
            []
        ),
        ("ufw allow 3100/tcp", ["security/world-open: ufw allow 3100/tcp"]),
        (
            "ufw allow from any to any port 3100 proto tcp",
            ["security/world-open: ufw allow from any to any port 3100 proto tcp"]
        ),
        (
            "ufw deny 3100; ufw allow from 10.0.0.1 to any port 3100",
            ["security/drop-hides-accept: ufw allow from 10.0.0.1 to any port 3100"]
        ),
        ("ufw allow from 10.0.0.1 to any port 3100; ufw deny 3100; ufw allow 443; ufw default deny; ufw enable", []),
        ("ufw deny 3100; ufw insert 1 allow from 10.0.0.1 to any port 3100", []),
        (
            "nft add rule inet filter input tcp dport 3100 drop\nnft add rule inet filter input ip saddr 10.0.0.1 tcp dport 3100 accept",
            ["security/drop-hides-accept: nft add rule inet filter input ip saddr 10.0.0.1 tcp dport 3100 accept"]
        ),
        (
            "nft add rule inet filter input ip saddr 10.0.0.1 tcp dport 3100 accept; nft add rule inet filter input drop",
            []
        ),
    ])
    func rules(_ code: String, _ expected: [String]) {
        let map = PositionMap(identity: SourceFile(path: "a", text: code))
        let found = ShellFindings(Array(code.utf8), map: map, known: KnownCommands()).findings
        #expect(found.map { "\($0.rule): \($0.span.text)" } == expected)
    }

    @Test func earlierRuleIsShown() {
        let code = "iptables -A A -j DROP\niptables -A A -i lo -j ACCEPT"
        let map = PositionMap(identity: SourceFile(path: "a", text: code))
        let found = ShellFindings(Array(code.utf8), map: map, known: KnownCommands()).findings
        #expect(found.first?.related.map(\.span.text) == ["iptables -A A -j DROP"])
    }
}
