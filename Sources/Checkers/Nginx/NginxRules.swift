import Diagnostics
import Proofs

/// What can be seen of a configuration without running it.
enum NginxRules {
    static func findings(in text: NginxText, origin: (Range<Int>) -> PositionMap.Origin) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for (directive, _) in text.all("proxy_set_header") {
            let words = directive.words
            guard words.count == 3, words[1].lowercased() == "x-scope-orgid",
                words[2].lowercased().contains("$http_x_scope_orgid")
            else { continue }
            findings.append(SecurityTenantHeaderFromClient.found(at: origin(directive.range)))
        }
        for (server, _) in text.all("server") {
            guard let block = server.block else { continue }
            let listens = block.filter { $0.name == "listen" }
            let plain = listens.first { listen in
                let address = listen.arguments.first ?? ""
                return !listen.arguments.contains("ssl") && !listen.arguments.contains("quic")
                    && !address.hasPrefix("127.")
                    && !address.hasPrefix("localhost") && !address.hasPrefix("[::1]") && !address.hasPrefix("unix:")
            }
            guard let plain, asksForLogin(block) else { continue }
            findings.append(SecurityBasicAuthOverHttp.finding(at: origin(plain.range)))
        }
        return findings
    }

    private static func asksForLogin(_ block: [NginxText.Directive]) -> Bool {
        block.contains { directive in
            (directive.name == "auth_basic" && directive.arguments.first != "off")
                || asksForLogin(directive.block ?? [])
        }
    }
}
