import Foundation
import TestSupport
import Testing

/// What a page costs a reader, counted on the built files.
@Suite struct WeightTests {
    /// What a page loads: itself, and the styles, scripts and pictures that it names.
    private struct Load {
        var page = 0
        var scripts = 0
        var others = 0
        /// All of it as servers send it, packed by gzip.
        var packed = 0
    }

    private func load(_ path: String, of site: TemporaryFolder) throws -> Load {
        let html = try site.read("site/\(path)")
        var load = Load()
        load.page = html.utf8.count
        load.packed = try packed(site.page(path))
        let root = "https://docs.example.com/loki/"
        for match in html.matches(of: #/<(?:script src|link rel="(?:stylesheet|icon)" href|img src)="([^"]+)"/#) {
            let address = String(match.1).replacing(root, with: "").replacing("/loki/", with: "")
            let file = site.page(path).deletingLastPathComponent().appendingPathComponent(address).standardizedFileURL
            let isHere = FileManager.default.fileExists(atPath: file.path)
            let size = try Data(contentsOf: isHere ? file : site.page(address)).count
            if address.hasSuffix(".js") { load.scripts += size } else { load.others += size }
            load.packed += try packed(isHere ? file : site.page(address))
        }
        return load
    }

    private func packed(_ file: URL) throws -> Int {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/gzip")
        process.arguments = ["-6", "--stdout", "--no-name", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return data.count
    }

    @Test func pagesAreLight() async throws {
        let site = try await BuiltSites.own()
        for path in try site.pages() {
            let load = try load(path, of: site)
            #expect(load.scripts > 0 && load.scripts <= 25_000, "\(path): \(load)")
            // The guide and the list of all proofs are each one long document; they have limits of their own.
            #expect(load.packed <= (path == "guide.html" ? 200_000 : 60_000), "\(path): \(load)")
            #expect(
                load.page + load.scripts + load.others <= (path == "guide.html" ? 1_100_000 : 250_000),
                "\(path): \(load)")
        }
    }
}
