import Diagnostics
import TestSupport
import Testing

@testable import Checkers

struct GrafanaSettingsTests {
    private func expect(
        _ rule: String, _ marked: String, unknown: Set<String> = [], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let text = MarkedText(marked)
        let map = PositionMap(identity: text.file("grafana.ini"))
        let settings = INIText(text.bytes, isStrict: true)
        var notJudged: Set<String> = []
        let findings =
            settings.problems.map { INISyntax.found($0, at: map.origin(of: $0.range)) }
            + GrafanaSettings.known.findings(in: settings, map: map, unknown: &notJudged)
        #expect(
            findings.allSatisfy { $0.rule.text == rule } && findings.map(\.span.range) == text.ranges,
            "\(findings.map(CollectorFound.init))", sourceLocation: sourceLocation)
        #expect(notJudged == unknown, sourceLocation: sourceLocation)
    }

    @Test func goodSettings() {
        expect(
            "none",
            """
            ; comment
            app_mode = production

            [auth.anonymous]
            enabled = false ; here too
            [security]
            cookie_secure = ${SECURE}
            admin_password = $__file{/run/secrets/admin}
            content_security_policy_template = \"\"\"script-src 'self';
            object-src 'none'\"\"\"
            secret_key = %(key)s
            [feature_toggles]
            anything = true
            [plugin.anything]
            a: b
            """)
    }

    @Test func syntax() {
        expect("ini/syntax", "⟦[auth.anonymous⟧\nenabled = false\n⟦no sign⟧\n⟦=⟧ 1\n[auth] ⟦x = 1⟧\n")
        expect("ini/syntax", "[security]\ncontent_security_policy_template = ⟦\"\"\"⟧a\nb\n")
    }

    @Test func unknownNames() {
        expect(
            "grafana/unknown-setting",
            "[⟦securty⟧]\n[security]\n⟦cookie_secured⟧ = true\n[auth]\n⟦cookie_samesite⟧ = lax\n")
        expect(
            "none", "[secrets_manager]\n[plugins]\npreinstall = a\n",
            unknown: ["[secrets_manager]", "[plugins] preinstall"])
    }

    @Test func booleans() {
        expect(
            "grafana/wrong-type", "[security]\ncookie_secure = ⟦enabled⟧\n[auth.anonymous]\nenabled = \"⟦disabled⟧\"\n")
        expect("none", "[security]\ncookie_secure = YES\n[auth.anonymous]\nenabled =\n")
    }

    @Test func passwords() {
        expect("security/literal-password", "[security]\nadmin_password = ⟦admin⟧\n[database]\npassword = `⟦a;b⟧`\n")
    }

    @Test func proxyLogin() {
        expect("security/auth-proxy-open", "[auth.proxy]\n⟦enabled = true⟧\nheader_name = X-WEBAUTH-USER\n")
        expect("none", "[auth.proxy]\nenabled = true\nwhitelist = 10.0.0.5\n")
        expect("none", "[auth.proxy]\nenabled = false\n")
    }

    /// Other programs' files have lines of other forms.
    @Test func plainText() {
        let text = INIText(Array("[mysqld]\nskip-networking\n[broken\n".utf8), isStrict: false)
        #expect(text.problems.map(\.range) == [25..<32])
    }

    @Test func anyBytes() {
        var generator = SeededGenerator(seed: 3)
        let alphabet = Array("[]=;#\"`'\\\n a:".utf8) + [0, 0xFF]
        for _ in 0..<3_000 {
            let bytes = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            let text = INIText(bytes, isStrict: true)
            for setting in text.settings { #expect(setting.valueRange.upperBound <= bytes.count) }
        }
    }
}
