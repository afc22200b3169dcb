import Foundation
import TestSupport
import Testing

@testable import Site

/// What a site says of its own addresses is true: each of them is a file of the site.
@Suite struct LinkTests {
    private struct Page {
        let path: String
        /// The values of all `href` and `src`, as they stand.
        let addresses: [String]
        let ids: Set<String>

        init(path: String, text: String) {
            self.path = path
            addresses = Self.values(of: " href=\"", in: text) + Self.values(of: " src=\"", in: text)
            ids = Set(Self.values(of: " id=\"", in: text))
        }

        static func values(of attribute: String, in text: String) -> [String] {
            text.components(separatedBy: attribute).dropFirst().compactMap { $0.components(separatedBy: "\"").first }
                .map { $0.replacingOccurrences(of: "&amp;", with: "&") }
        }
    }

    enum Sample: CaseIterable { case minimal, themed }

    private func site(_ sample: Sample) async throws -> [String: String] {
        let folder = sample == .minimal ? try SampleProjects.minimal() : try SampleProjects.themed()
        // With a history the site has dates, and with them a feed.
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let identity = "-c user.name=test -c user.email=test@example.com -c init.defaultBranch=main"
        process.arguments = ["-c", "git \(identity) init -q && git add . && git \(identity) commit -qm one"]
        process.currentDirectoryURL = folder.url
        try process.run()
        process.waitUntilExit()
        let outputs = try await SampleBuild.outputs(of: folder).filter { $0.key.hasPrefix("site/") }
        return Dictionary(
            uniqueKeysWithValues: outputs.map {
                (String($0.key.dropFirst(5)), String(decoding: $0.value, as: UTF8.self))
            })
    }

    @Test(arguments: Sample.allCases) func linksOfPagesResolveOnDisk(sample: Sample) async throws {
        let files = try await site(sample)
        let pages = files.filter { $0.key.hasSuffix(".html") }.map { Page(path: $0.key, text: $0.value) }
        let ids = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.ids) })
        #expect(pages.count == 8)
        for page in pages {
            for address in page.addresses where !Manuscript.hasScheme(address) {
                // The page for wrong addresses is served at any of them.
                let isRooted = page.path == "404.html" && address.hasPrefix("/book/")
                let parts = (isRooted ? String(address.dropFirst("/book/".count)) : address).components(
                    separatedBy: "#")
                let folder = page.path.components(separatedBy: "/").dropLast().joined(separator: "/")
                let target = parts[0].isEmpty ? page.path : resolve(parts[0], from: folder)
                #expect(files[target] != nil, "\(page.path): \(address)")
                guard parts.count > 1, let known = ids[target] else { continue }
                #expect(known.contains(parts[1].removingPercentEncoding ?? ""), "\(page.path): \(address)")
            }
        }
    }

    @Test func absoluteAddressesAreOfPages() async throws {
        let files = try await site(.themed)
        let base = "https://harbour.example/book/"
        for name in ["sitemap.xml", "feed.xml", "llms.txt", "robots.txt"] {
            let text = try #require(files[name])
            let addresses = text.components(separatedBy: base).dropFirst().map { rest in
                String(rest.prefix { !"<\") \n".contains($0) })
            }
            #expect(!addresses.isEmpty, "\(name) has no address")
            for address in addresses {
                #expect(files[address.isEmpty ? "index.html" : address] != nil, "\(name): \(address)")
            }
        }
        let sitemap = try #require(files["sitemap.xml"])
        for page in ["arrival.html", "mooring.html", "more/customs.html"] {
            #expect(sitemap.contains("<loc>\(base)\(page)</loc>"))
            let html = try #require(files[page])
            #expect(html.contains("<link rel=\"canonical\" href=\"\(base)\(page)\">"))
            #expect(html.contains("<meta property=\"og:url\" content=\"\(base)\(page)\">"))
            let twin = page.replacingOccurrences(of: ".html", with: ".md")
            #expect(files[twin]?.hasPrefix("# ") == true)
            #expect(files["llms.txt"]?.contains(twin) == true)
        }
        #expect(!sitemap.contains("404") && !sitemap.contains("old/"), "what is no page is not listed")
        #expect(files["404.html"]?.contains("rel=\"canonical\"") == false)
    }

    @Test func twinsLinkTwins() async throws {
        let files = try await site(.minimal)
        for (path, text) in files where path.hasSuffix(".md") {
            for piece in text.components(separatedBy: "](").dropFirst() {
                let address = piece.components(separatedBy: ")")[0].components(separatedBy: "#")[0]
                if address.isEmpty || Manuscript.hasScheme(address) { continue }
                let target = resolve(address, from: path.components(separatedBy: "/").dropLast().joined(separator: "/"))
                #expect(files[target] != nil, "\(path): \(address)")
                #expect(!target.hasSuffix(".html"), "\(path): \(address)")
            }
        }
    }

    @Test(arguments: Sample.allCases) func pagesAskNobodyElse(sample: Sample) async throws {
        for (path, text) in try await site(sample) where path.hasSuffix(".html") {
            for tag in text.components(separatedBy: "<").dropFirst() {
                let name = tag.prefix { $0.isLetter }
                guard ["script", "img", "link", "iframe", "source", "style"].contains(name) else { continue }
                let element = tag.components(separatedBy: ">")[0]
                if element.contains("rel=\"canonical\"") { continue }
                #expect(!element.contains("http"), "\(path): \(element)")
                #expect(name != "style" && !element.contains(" style="), "\(path): \(element)")
            }
            #expect(
                text.contains("http-equiv=\"Content-Security-Policy\"") || path.contains("old/")
                    || path == "landing.html")
        }
    }

    private func resolve(_ address: String, from folder: String) -> String {
        var parts = folder.isEmpty ? [] : folder.components(separatedBy: "/")
        for part in (address.removingPercentEncoding ?? address).components(separatedBy: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
