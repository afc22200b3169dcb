import Foundation
import TestSupport
import Testing

@testable import Links

@Suite struct VerdictCacheTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path + "/cache/links.txt" }
    private let start = Date(timeIntervalSince1970: 1_800_000_000)

    init() throws { folder = try TemporaryFolder() }

    private func cache(after seconds: Double = 0) -> VerdictCache {
        VerdictCache(path: path, ages: .init(good: .seconds(100), bad: .seconds(10)), now: start + seconds)
    }

    private func target(_ address: String, _ fragments: Set<String> = []) throws -> Inquiry.Target {
        Inquiry.Target(address: try WebAddress(address), fragments: fragments)
    }

    @Test func verdictsOutliveARunThatIsCutOff() throws {
        let anchored = Inquiry.Outcome(
            verdict: .good, missing: ["a b": "a-b", "gone": nil], lookedFor: ["a b", "ü>x", "gone"])
        let outcomes: [(String, Inquiry.Outcome)] = [
            ("https://a.dev/", anchored),
            ("https://b.dev/", .init(verdict: .redirected(to: "https://c.dev/", isPermanent: true))),
            ("https://c.dev/", .init(verdict: .redirected(to: "https://d.dev/", isPermanent: false))),
            ("https://d.dev/", .init(verdict: .broken(.status(404)))),
            ("https://e.dev/", .init(verdict: .unverifiable(status: 403))),
            ("https://f.dev/", .init(verdict: .broken(.status(410)), final: try WebAddress("https://g.dev/x"))),
            ("https://h.dev/", .init(verdict: .unverifiable(status: 429), final: try WebAddress("https://g.dev/y"))),
        ]
        let first = cache()
        for (address, outcome) in outcomes { first.remember(outcome, of: try target(address), policy: "p") }
        // Nothing is saved here.
        let second = cache(after: 5)
        for (address, outcome) in outcomes {
            #expect(second.outcome(of: try target(address), policy: "p") == outcome, "\(address)")
            #expect(second.outcome(of: try target(address), policy: "q") == nil, "other settings")
        }
        #expect(second.outcome(of: try target("https://a.dev/", ["gone"]), policy: "p") == anchored)
        #expect(second.outcome(of: try target("https://a.dev/", ["new"]), policy: "p") == nil, "a new anchor")
    }

    @Test func badOnesAreForgottenSooner() throws {
        let first = cache()
        first.remember(.init(verdict: .good), of: try target("https://a.dev/"), policy: "")
        first.remember(.init(verdict: .broken(.status(500))), of: try target("https://b.dev/"), policy: "")
        first.save()
        let later = cache(after: 50)
        #expect(later.outcome(of: try target("https://a.dev/"), policy: "")?.verdict == .good)
        #expect(later.outcome(of: try target("https://b.dev/"), policy: "") == nil)
        #expect(cache(after: 101).outcome(of: try target("https://a.dev/"), policy: "") == nil)
        #expect(cache(after: -5).outcome(of: try target("https://a.dev/"), policy: "") == nil, "a wrong clock")
        later.save()
        #expect(try folder.read("cache/links.txt").split(separator: "\n").count == 1)
    }

    @Test func faultsOfTheNetworkAreNotKept() throws {
        let first = cache()
        for cause in [WebFailure.name, .connection, .timeout(.whole), .closed] {
            first.remember(.init(verdict: .broken(.noAnswer(cause))), of: try target("https://a.dev/"), policy: "")
        }
        #expect(cache().outcome(of: try target("https://a.dev/"), policy: "") == nil)
    }

    @Test(arguments: [
        "\u{0}\u{1}garbage", "a\tb\tc\n", "x\tp\thttps://a.dev/\tgood\t\t\t\n",
        "1800000000\tp\thttps://a.dev/\tbroken\tmany\t\t\n",
    ])
    func aFileThatIsNoneIsAsGoodAsNoFile(text: String) throws {
        try folder.write(text, to: "cache/links.txt")
        #expect(cache().outcome(of: try target("https://a.dev/"), policy: "p") == nil)
    }

    @Test func aFolderInItsPlaceDoesNoHarm() throws {
        try folder.write("", to: "cache/links.txt/x")
        let cache = cache()
        cache.remember(.init(verdict: .good), of: try target("https://a.dev/"), policy: "")
        cache.save()
        #expect(cache.outcome(of: try target("https://a.dev/"), policy: "")?.verdict == .good)
    }
}
