import TestSupport
import Testing

@testable import Links

@Suite(.serialized) struct FragmentTests {
    /// What the page at `/page/anchors` lacks of these.
    private func missing(
        _ fragments: Set<String>, in path: String = "/page/anchors", _ settings: String = ""
    ) async throws
        -> Set<String>
    {
        let asking = try Asking(settings)
        return Set(try await asking.outcome(asking.server.address(path), fragments).missing.keys)
    }

    @Test func idsAndNamesOfAllKinds() async throws {
        let there: Set = [
            "top", "named", "single", "bare", "caf\u{E9}", "two words", "a&b", "drawn", "github", "unclosed", "twice",
        ]
        #expect(try await missing(there) == [])
        #expect(
            try await missing(["Named", "commented", "scripted", "nowhere"]) == [
                "Named", "commented", "scripted", "nowhere",
            ])
    }

    /// Routes of applications and lines of code are made by scripts, and so is all of a page without any id.
    @Test func whatScriptsMakeIsNotMissing() async throws {
        #expect(try await missing(["/route", "!hash", "L10", "L10-L12", "a=b", "TOP"]) == [])
        #expect(try await missing(["nowhere"], in: "/status/200/no-id") == [])
    }

    @Test func theNearestIsNamed() async throws {
        let asking = try Asking()
        let outcome = try await asking.outcome(asking.server.address("/page/anchors"), ["nammed", "nowhere"])
        #expect(outcome.missing == ["nammed": "named", "nowhere": nil])
    }

    /// Anchors are looked for as browsers do: as they are written, and decoded.
    @Test func encodedOnes() async throws {
        let asking = try Asking()
        for (written, isThere) in [("caf%C3%A9", true), ("two%20words", true), ("a%26b", true), ("caf%C3%AA", false)] {
            let fragment = try #require(try WebAddress("http://harbour.dev/#\(written)").fragment)
            let outcome = try await asking.outcome(asking.server.address("/page/anchors"), [fragment])
            #expect(outcome.missing.isEmpty == isThere, "\(written)")
        }
    }

    @Test func packedPages() async throws {
        #expect(try await missing(["named", "nowhere"], in: "/page/zipped") == ["nowhere"])
    }

    @Test func longPagesWithinTheLimit() async throws {
        #expect(try await missing(["top", "nowhere"], in: "/page/late?mib=1") == ["nowhere"])
        #expect(try await missing(["nowhere"], in: "/page/huge?mib=1") == ["nowhere"])
    }

    /// Of what was not read nothing is said.
    @Test func pagesBeyondTheLimit() async throws {
        #expect(try await missing(["top", "nowhere"], in: "/page/late?mib=3", "body: 1 MB") == [])
        #expect(try await missing(["nowhere"], in: "/encoding/bomb") == [])
        #expect(try await missing(["nowhere"], in: "/endless/body") == [])
    }

    /// Half of a packed page is a broken answer, whose anchors are neither called there nor missing.
    @Test(arguments: ["top", "nowhere"]) func halfAPage(fragment: String) async throws {
        let asking = try Asking()
        let outcome = try await asking.outcome(asking.server.address("/encoding/half/\(fragment)"), [fragment])
        #expect(outcome.verdict == .broken(.noAnswer(.interrupted)))
        #expect(outcome.missing.isEmpty && outcome.lookedFor.isEmpty)
    }

    /// Servers that pack a page in a way that nobody asked for: it is there, and not looked through.
    @Test func packedOtherwise() async throws {
        for name in ["br", "deflate"] {
            let outcome = try await Asking().outcome(
                Asking().server.address("/encoding/unasked?name=\(name)"), ["nowhere"])
            #expect(outcome.verdict == .good)
            #expect(outcome.missing.isEmpty)
        }
    }

    @Test func whatIsNoHTML() async throws {
        #expect(try await missing(["nowhere"], in: "/page/text") == [])
    }

    @Test func pagesBehindRedirects() async throws {
        #expect(try await missing(["named", "nowhere"], in: "/redirect/301?to=/page/anchors") == ["nowhere"])
    }
}
