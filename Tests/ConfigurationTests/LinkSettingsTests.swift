import Diagnostics
import TestSupport
import Testing

@testable import Configuration

@Suite struct LinkSettingsTests {
    private func load(_ links: String) -> (settings: LinkSettings?, report: [Diagnostic], text: MarkedText) {
        let text = MarkedText(
            """
            site: {title: A}
            publications: [{id: a, title: A, source: content, navigation: [{title: A, pages: [a.md]}]}]
            links:
            \(links.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))

            """)
        var report: [Diagnostic] = []
        let configuration = Configuration(text.file("galley.yml"), into: &report)
        return (configuration?.links, report, text)
    }

    @Test func allKeysDecode() throws {
        let (settings, report, _) = load(
            """
            accept: [200-299, 304]
            unverifiable: [403]
            include: ["https://a.dev/"]
            exclude: [{address: "https://b.dev/", reason: moves, until: 2027-01-31}]
            hosts:
              Api.GitHub.com: {accept: [404], headers: {Accept: text/html}, token: GITHUB_TOKEN, method: get, rate: 0.5, concurrency: 1, fragments: false}
              c.dev: {skip: robots, until: 2027-01-31}
            remap: {"https://d.dev/": "http://127.0.0.1:8000/"}
            allow: [localhost]
            timeouts: {connect: 500ms, first-byte: 5s, whole: 1m}
            retries: 3
            longest-wait: 2m
            redirects: 5
            concurrency: 10
            host-concurrency: 2
            rate: 5
            body: 1 MB
            fragments: false
            certificates: ca.pem
            ledger: content/links.ledger
            quarantine: 30
            remember: {good: 7d, bad: 0s}
            """)
        #expect(report.isEmpty, "\(report.map(\.message))")
        let links = try #require(settings)
        #expect(links.accept.map(\.value) == [200...299, 304...304])
        #expect(links.exclude[0].until?.value.description == "2027-01-31")
        #expect(links.hosts.map(\.host.value) == ["api.github.com", "c.dev"])
        #expect(links.hosts[0].token?.value == "GITHUB_TOKEN")
        #expect(links.hosts[0].rate == 0.5)
        #expect(links.hosts[1].skip?.value == "robots")
        #expect(links.timeouts.connect == .milliseconds(500))
        #expect(links.longestWait == .seconds(120))
        #expect(links.ledger?.value == "content/links.ledger")
        #expect(links.goodAge == .seconds(7 * 86_400))
        #expect(links.badAge == .zero)
    }

    @Test(arguments: [
        ("accept: [⟦ok⟧]", "a status code"), ("accept: [⟦300-200⟧]", "a status code"),
        ("timeouts: {connect: ⟦10⟧}", "a length of time"), ("rate: ⟦0⟧", "a number of requests a second"),
        ("hosts: {a.dev: {token: ⟦ghp-secret⟧}}", "the name of a variable"),
        ("hosts: {a.dev: {headers: {⟦\"A B\"⟧: x}}}", "the name of a header"),
        ("hosts: {a.dev: {headers: {A: ⟦\"x\\r\\nB: y\"⟧}}}", "a text of one line"),
        ("hosts: {a.dev: {⟦until⟧: 2027-01-31}}", "`skip` with the reason"),
        ("exclude: [{address: x, reason: y, until: ⟦soon⟧}]", "a day such as"),
        ("hosts: {a.dev: {method: ⟦post⟧}}", "one of `head`, `get`"),
        ("hosts: {⟦\"https://a.dev/\"⟧: {rate: 1}}", "a host's name"),
        ("hosts: {⟦\"*.dev\"⟧: {rate: 1}}", "a host's name"),
        ("hosts: {⟦a b⟧: {rate: 1}}", "a host's name"), ("allow: [⟦\"http://localhost/\"⟧]", "a host's name"),
        ("allow: [⟦\"\"⟧]", "found an empty text"),
        ("remap: {⟦a.dev⟧: \"https://b.dev\"}", "the beginning of an address"),
        ("remap: {\"https://a.dev/\": ⟦b.dev⟧}", "the beginning of an address"),
    ])
    func whatIsNoneIsToldAtItsBytes(yaml: String, expected: String) {
        let (_, report, text) = load(yaml)
        #expect(report.map(\.span.range) == text.ranges)
        #expect(report.first?.message.contains(expected) == true, "\(report.map(\.message))")
    }

    @Test func aHostStandsOnceInWhateverLetters() {
        let (_, report, text) = load("hosts: {A.dev: {rate: 1}, ⟦a.DEV⟧: {rate: 2}}")
        #expect(report.map(\.rule) == ["yaml/duplicate-key"])
        #expect(report.map(\.span.range) == text.ranges)
    }

    @Test func anExclusionNeedsItsReason() {
        let (_, report, text) = load("exclude: [{⟦address⟧: \"https://a.dev/\"}]")
        #expect(report.map(\.rule) == ["yaml/missing-key"])
        #expect(report.map(\.span.range) == text.ranges)
    }
}
