import Diagnostics
import Markup

/// The page that shows to which other sites the pages lead, and when those were last found good: what the ledger says.
struct LinksPage {
    static let path: SitePath = "links.html"

    let frame: PageFrame
    let ledger: LinkLedger

    /// What the ledger knows of a host.
    private struct Host {
        let name: String
        var addresses = 0
        var first: CalendarDate
        var last: CalendarDate
    }

    func output() -> Output {
        let page = frame.evidencePage(Self.path, title: "Links") { site in
            "The other sites that \(site) leads to, and when their pages were last found."
        }
        let hosts = self.hosts
        var html = "<h1 id=\"links\">Links</h1>\n<p>\(introduction(hosts))</p>\n"
        guard !hosts.isEmpty else { return frame.html(.page, page, content: Array(html.utf8)) }
        html += "<h2 id=\"hosts\">Hosts</h2>\n"
        html += "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table><thead><tr>"
        html += ["Host", "Addresses", "Longest ago", "Last good"].map { "<th scope=\"col\">\($0)</th>" }.joined()
        html += "</tr></thead>\n<tbody>\n"
        for host in hosts {
            html += "<tr><th scope=\"row\">\(Escape.markup(host.name))</th>"
            html += "<td class=\"right\">\(host.addresses)</td>"
            html += "<td>\(Self.time(host.first))</td><td>\(Self.time(host.last))</td></tr>\n"
        }
        return frame.html(.page, page, content: Array((html + "</tbody></table></div>\n").utf8))
    }

    private func introduction(_ hosts: [Host]) -> String {
        guard let last = hosts.map(\.last).max() else { return "No address of another site has been recorded yet." }
        let addresses = ledger.lastGood.count
        let pages = "\(addresses) address\(addresses == 1 ? "" : "es")"
        let names = "\(hosts.count) host\(hosts.count == 1 ? "" : "s")"
        return "The pages lead to \(pages) on \(names), each of which was asked and found good. "
            + "The last record is of \(Self.time(last)). Links inside the site are checked with each build."
    }

    private var hosts: [Host] {
        var hosts: [String: Host] = [:]
        for (address, day) in ledger.lastGood {
            let name = address.firstRange(of: "://").map { address[$0.upperBound...].prefix { $0 != "/" && $0 != "?" } }
            let key = String(name ?? address[...])
            var host = hosts[key] ?? Host(name: key, first: day, last: day)
            host.addresses += 1
            host.first = min(host.first, day)
            host.last = max(host.last, day)
            hosts[key] = host
        }
        return hosts.values.sorted { $0.name < $1.name }
    }

    private static func time(_ day: CalendarDate) -> String { "<time datetime=\"\(day)\">\(day)</time>" }
}
