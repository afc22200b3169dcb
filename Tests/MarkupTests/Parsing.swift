import Diagnostics
import Foundation
import TestSupport

@testable import Markup

/// A text parsed for a test, with what was found wrong in it.
struct Parsed {
    let file: SourceFile
    let document: Document
    let diagnostics: [Diagnostic]

    init(_ text: String, path: String = "test.md") {
        self.init(SourceFile(path: path, text: text))
    }

    init(_ file: SourceFile) {
        self.file = file
        var diagnostics: [Diagnostic] = []
        document = Document.parse(file.bytes, map: PositionMap(identity: file), into: &diagnostics)
        self.diagnostics = diagnostics
    }

    var html: String { html(.init()) }

    func html(_ options: HTMLWriter.Options) -> String {
        String(decoding: HTMLWriter.html(document, options: options), as: UTF8.self)
    }

    /// The findings as `rule range message`.
    var findings: [Finding] { diagnostics.map { Finding($0.rule.text, $0.span.range, $0.message) } }
}

struct Finding: Equatable, CustomStringConvertible {
    let rule: String
    let range: Range<Int>
    let message: String

    init(_ rule: String, _ range: Range<Int>, _ message: String) {
        self.rule = rule
        self.range = range
        self.message = message
    }

    var description: String { "\(rule) \(range) \(message)" }
}

/// The cases of `Tests/Conformance/markdown`.
struct MarkdownCase: Sendable, CustomStringConvertible {
    let name: String
    let markdown: String
    let html: String

    var description: String { name }

    static let all: [MarkdownCase] = conformanceFiles("markdown").flatMap { file, text in
        ("\n" + text).components(separatedBy: "\n===== ").dropFirst().compactMap { part -> MarkdownCase? in
            guard let title = part.firstIndex(of: "\n") else { return nil }
            let halves = (part[title...] + "\n").components(separatedBy: "\n-----\n")
            guard halves.count == 2 else { return nil }
            // The line break before the next case's mark belongs to the HTML.
            let html = halves[1].hasSuffix("\n\n") ? String(halves[1].dropLast()) : halves[1]
            return MarkdownCase(
                name: "\(file): \(part[..<title])", markdown: String(halves[0].dropFirst()) + "\n", html: html)
        }
    }
}

/// The `.txt` files of a folder of `Tests/Conformance`, by name.
func conformanceFiles(_ folder: String) -> [(name: String, text: String)] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Conformance").appendingPathComponent(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
        guard let data = try? Data(contentsOf: url.appendingPathComponent(name)) else { return nil }
        return (String(name.dropLast(4)), String(decoding: data, as: UTF8.self))
    }
}
