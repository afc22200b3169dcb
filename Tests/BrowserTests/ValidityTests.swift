import Foundation
import TestSupport
import Testing

/// Built pages as HTML Tidy judges them.
@Suite(
    .enabled(
        if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tidy"), "tidy is not installed: apt-get install tidy"
    ))
struct ValidityTests {
    /// What this version of Tidy does not know yet, and what it only remarks on.
    private static let known = [
        // WAI-ARIA 1.1 and HTML's own `hidden=until-found` are younger than its tables.
        "proprietary attribute \"aria-current\"", "proprietary attribute \"aria-keyshortcuts\"",
        "<img> proprietary attribute \"loading\"",
        // URLs of HTML may hold letters beyond ASCII.
        "escaping malformed URI reference",
        // SVG is not its subject.
        "<svg> proprietary attribute", "<rect> proprietary attribute", "<text> proprietary attribute",
        // Empty on purpose: filled by the style sheet, or by the author's data.
        "trimming empty <span>", "trimming empty <ol>", "trimming empty <div>", "trimming empty <dl>",
    ]

    static func remarks(on html: String, known: [String] = known) throws -> [String] {
        let folder = try TemporaryFolder(files: ["page.html": html, "remarks": ""])
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/tidy")
        process.arguments = ["-quiet", "-errors", "-utf8", "--drop-empty-elements", "no", folder.path + "/page.html"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: folder.url.appendingPathComponent("remarks"))
        try process.run()
        process.waitUntilExit()
        return try folder.read("remarks").split(separator: "\n").map(String.init)
            .filter { remark in !known.contains { remark.contains($0) } }
    }

    @Test func pagesAreValid() async throws {
        for site in [try await BuiltSites.own(), try await BuiltSites.sample()] {
            for path in try site.pages() {
                #expect(try Self.remarks(on: try site.read("site/\(path)")) == [], "\(path)")
            }
        }
    }

    @Test func faultsAreSeen() throws {
        let page = "<!DOCTYPE html><html lang=\"en\"><head><title>t</title></head><body>"
        for fault in [
            "<p><div>x</div></p>", "<b><i>x</b></i>", "<frog>x</frog>", "<img src=\"x\">",
        ] {
            #expect(try Self.remarks(on: page + fault + "</body></html>") != [], "\(fault)")
        }
        #expect(try Self.remarks(on: page + "<p>x</p></body></html>") == [])
    }
}
