import Diagnostics
import Foundation
import Site
import TestSupport
import Testing

@testable import Preview

@Suite struct ResponderTests {
    @Test func everyFileOfTheBuildIsServedAsItIsBuilt() async throws {
        let folder = try SampleProjects.minimal()
        let desk = try await Desk(folder)
        _ = try await build(folder)
        for path in folder.files() where path.hasPrefix("site/") && path != "site/.galley" {
            let path = String(path.dropFirst("site/".count))
            let response = await desk.get("/" + path)
            #expect(response.status == 200, "\(path)")
            // But for the preview's own script and style, and what tells snippets apart.
            let text = response.text.replacing(#/<(?:link rel="stylesheet" href|script src)="/-/.*\n/#, with: "")
                .replacing(#/\ data-snippet="\d+"/#, with: "")
            #expect(text == (try folder.read("site/" + path)), "\(path)")
        }
    }

    private func build(_ folder: TemporaryFolder) async throws -> Int {
        var findings: [Diagnostic] = []
        let project = try await Project.read(
            root: folder.path, configurationPath: "galley.yml", width: 2, today: "2026-05-05", into: &findings)
        return await Press(project, version: "test", into: &findings).build().outputs
    }

    @Test(arguments: [
        ("/", "text/html; charset=utf-8"), ("/index.html", "text/html; charset=utf-8"),
        ("/more/customs.html", "text/html; charset=utf-8"), ("/arrival.md", "text/markdown; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"), ("/files/flag.svg", "image/svg+xml"),
        ("/-/preview.js", "text/javascript; charset=utf-8"), ("/-/preview.css", "text/css; charset=utf-8"),
        ("/book/arrival.html", "text/html; charset=utf-8"),
    ])
    func types(path: String, type: String) async throws {
        let response = try await Desk(SampleProjects.minimal()).get(path)
        #expect(response.status == 200)
        #expect(response["Content-Type"] == type)
        #expect(response["X-Content-Type-Options"] == "nosniff")
        #expect(response["Cross-Origin-Resource-Policy"] == "same-origin")
    }

    @Test(arguments: [
        "/../galley.yml", "/%2e%2e/galley.yml", "/..%2fgalley.yml", "/.%2e/galley.yml", "/%2E%2E%2Fgalley.yml",
        "/more/../../galley.yml", "/more/..%2f..%2fgalley.yml", "/..%5cgalley.yml", "/..\\galley.yml", "//galley.yml",
        "/./index.html", "/%2e/index.html", "/index.html%00.txt", "/index%0a.html", "/%", "/%2", "/%zz",
        "/%c0%ae%c0%ae/x",
        "/%ff", "galley.yml", "", "http://127.0.0.1/../galley.yml",
    ])
    func traversalIsRefused(path: String) async throws {
        #expect(try await Desk(SampleProjects.minimal()).get(path).status == 400)
    }

    @Test(arguments: [
        "/galley.yml", "/%252e%252e/galley.yml", "/content/01-arrival.md", "/.galley", "/.git/config", "/etc/passwd",
        "/proc/self/environ", "/site/index.html", "/theme/templates/page.mustache",
    ])
    func whatIsNoFileOfTheSiteIsMissing(path: String) async throws {
        #expect(try await Desk(SampleProjects.minimal()).get(path).status == 404)
    }

    /// A link in the folder of the fragments leads out of the project; a page links to it.
    @Test func symbolicLinksOutOfTheProjectAreNotServed() async throws {
        let outside = try TemporaryFolder(files: ["secret.txt": "secret\n"])
        let folder = try SampleProjects.minimal()
        let link = folder.url.appendingPathComponent("content/files/out.txt")
        try FileManager.default.createSymbolicLink(
            at: link, withDestinationURL: outside.url.appendingPathComponent("secret.txt"))
        try folder.write("# Mooring\n\n[out](files/out.txt) [in](files/tariff.txt)\n", to: "content/02-mooring.md")
        let desk = try await Desk(folder)
        #expect(await desk.get("/files/out.txt").status == 404)
        #expect(await desk.get("/files/tariff.txt").status == 200)
    }

    @Test func validators() async throws {
        let desk = try await Desk(SampleProjects.minimal())
        let first = await desk.get("/arrival.html")
        let tag = try #require(first["ETag"])
        #expect(tag.hasPrefix("\"") && tag.count == 34, "strong, and quoted")
        #expect(first["Cache-Control"] == "no-cache")
        for field in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
            let again = await desk.get("/arrival.html", ["if-none-match": field])
            #expect(again.status == 304)
            #expect(again["ETag"] == tag)
            #expect(again.text == "")
        }
        #expect(await desk.get("/arrival.html", ["if-none-match": "\"other\""]).status == 200)
    }

    @Test func assetsMayBeKept() async throws {
        let desk = try await Desk(SampleProjects.minimal())
        let page = await desk.get("/arrival.html").text
        let style = try #require(page.firstMatch(of: /href="(assets\/style\.[0-9a-f]+\.css)"/)?.output.1)
        #expect(await desk.get("/\(style)")["Cache-Control"] == "private, max-age=31536000, immutable")
    }

    @Test func ranges() async throws {
        let desk = try await Desk(SampleProjects.minimal())
        let whole = await desk.get("/files/tariff.txt")
        let bytes = Array(whole.text.utf8)
        let part = await desk.get("/files/tariff.txt", ["range": "bytes=2-5"])
        #expect(part.status == 206)
        #expect(part["Content-Range"] == "bytes 2-5/\(bytes.count)")
        #expect(Array(part.text.utf8) == Array(bytes[2...5]))
        let end = await desk.get("/files/tariff.txt", ["range": "bytes=-4"])
        #expect(Array(end.text.utf8) == Array(bytes.suffix(4)))
        let refused = await desk.get("/files/tariff.txt", ["range": "bytes=9999-"])
        #expect(refused.status == 416)
        #expect(refused["Content-Range"] == "bytes */\(bytes.count)")
        // A part of another state than the browser has is the whole.
        #expect(await desk.get("/files/tariff.txt", ["range": "bytes=0-1", "if-range": "\"old\""]).status == 200)
        let tag = try #require(whole["ETag"])
        #expect(await desk.get("/files/tariff.txt", ["range": "bytes=0-1", "if-range": tag]).status == 206)
    }

    @Test func headIsGetWithoutTheBody() async throws {
        let desk = try await Desk(SampleProjects.minimal())
        let (get, head) = (await desk.get("/arrival.html"), await desk.get("/arrival.html", method: "HEAD"))
        #expect(head.status == 200)
        #expect(head.text == "")
        #expect(head.length == get.text.utf8.count)
        #expect(head["ETag"] == get["ETag"])
        #expect(await desk.get("/none.html", method: "HEAD").status == 404)
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "BREW"])
    func otherMethods(method: String) async throws {
        let response = try await Desk(SampleProjects.minimal()).get("/arrival.html", method: method)
        #expect(response.status == 405)
        #expect(response["Allow"] == "GET, HEAD")
    }

    @Test func foreignHostsAreTurnedAway() async throws {
        let desk = try await Desk(SampleProjects.minimal())
        for host in ["example.com", "rebound.example:4000", ""] {
            #expect(await desk.get("/arrival.html", ["host": host]).status == 421)
            #expect(await desk.post("/-/try", "{}", ["host": host]).status == 421)
        }
    }

    @Test func foreignPagesGetNothingOfThePreviewsOwn() async throws {
        let desk = try await Desk(SampleProjects.minimal())
        for headers in [["origin": "http://example.com"], ["sec-fetch-site": "cross-site"]] {
            #expect(await desk.get("/-/events?page=/", headers).status == 403)
            #expect(await desk.get("/-/preview.js", headers).status == 403)
            #expect(await desk.post("/-/try", #"{"query":"{a=\"b\"}"}"#, headers).status == 403)
        }
        #expect(desk.hub.count == 0)
    }

    @Test func foldersGetTheirSlash() async throws {
        let folder = try SampleProjects.minimal()
        let text = try folder.read("galley.yml").replacing("path: \"\"", with: "path: handbook")
        try folder.write(text, to: "galley.yml")
        let desk = try await Desk(folder)
        #expect(await desk.get("/handbook/").status == 200)
        let response = await desk.get("/handbook")
        #expect(response.status == 308)
        #expect(response["Location"] == "/handbook/")
    }

    @Test func longAddressesAreRefused() async throws {
        let desk = try await Desk(SampleProjects.minimal())
        #expect(await desk.get("/" + String(repeating: "a", count: 9_000)).status == 414)
        #expect(await desk.get("/?" + String(repeating: "a", count: 9_000)).status == 414)
    }

    @Test func eventStreamsAreBounded() async throws {
        let desk = try await Desk(SampleProjects.minimal(), streams: 3)
        var open: [Response] = []
        for _ in 0..<3 { open.append(await desk.get("/-/events?page=/arrival.html")) }
        #expect(open.allSatisfy { $0.status == 200 && $0["Content-Type"] == "text/event-stream" })
        let refused = await desk.get("/-/events?page=/arrival.html")
        #expect(refused.status == 503)
        #expect(refused["Retry-After"] != nil)
        #expect(await desk.get("/-/events").status == 400)
        #expect(await desk.get("/-/events?page=/..%2f").status == 400)
        // Whoever goes makes room.
        open.removeLast()
        #expect(await desk.get("/-/events?page=/arrival.html").status == 200)
        withExtendedLifetime(open) {}
    }

    /// Nobody reads this stream: what waits for it is bounded, and then it is cut off.
    @Test func aPageThatNeverReadsIsCutOff() async throws {
        let hub = EventHub(limit: 2)
        let stream = try #require(hub.subscribe("arrival.html", first: "{}"))
        for number in 0..<1_000 { hub.send("\(number)", to: "arrival.html") }
        #expect(hub.count == 0)
        var received = 0
        for await _ in stream { received += 1 }
        #expect(received <= 64)
    }

    @Test func eventsGoToThePageTheyAreAbout() async throws {
        let hub = EventHub()
        let stream = try #require(hub.subscribe("a.html", first: "first"))
        hub.send("one\ntwo", to: "a.html")
        hub.send("other", to: "b.html")
        hub.close()
        var text = ""
        for await bytes in stream { text += String(decoding: bytes, as: UTF8.self) }
        #expect(text == "retry: 500\n\ndata: first\n\ndata: one\ndata: two\n\n")
        #expect(hub.subscribe("a.html", first: "") == nil, "no stream opens while the preview ends")
    }
}
