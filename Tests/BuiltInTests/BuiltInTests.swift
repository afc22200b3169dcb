import Foundation
import Testing

@testable import BuiltIn
@testable import embed_files

@Suite struct BuiltInTests {
    private let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test(arguments: ["theme", "starter"])
    func theProgramBringsTheFilesOfTheFolder(folder: String) throws {
        let embedded = folder == "theme" ? BuiltIn.theme : BuiltIn.starter
        let files = try EmbeddedFolder(project.appendingPathComponent(folder)).files
        #expect(embedded.keys.sorted() == files.keys.sorted(), "build again: the plugin EmbedFiles has to run")
        // Told by name: the bytes say nothing to a reader.
        let differing = files.filter { embedded[$0.key] != Array($0.value) }.keys.sorted()
        #expect(differing == [], "build again: the plugin EmbedFiles has to run")
    }

    @Test(arguments: [
        ("", "#\"\"\"\n\n\"\"\"#"),
        ("a\nb\n", "#\"\"\"\na\nb\n\n\"\"\"#"),
        ("\"\"\"# \\#(x)", "##\"\"\"\n\"\"\"# \\#(x)\n\"\"\"##"),
    ])
    func textsBecomeLiterals(text: String, literal: String) {
        #expect(EmbeddedFolder.literal(Data(text.utf8)) == literal)
    }

    /// A literal would change them, or the compiler refuse them.
    @Test(arguments: [[0x0D, 0x0A], [0], [0xFF, 0xFE], [0x1B], [0x7F]] as [[UInt8]])
    func otherFilesAreNoLiterals(bytes: [UInt8]) {
        #expect(EmbeddedFolder.literal(Data(bytes)) == nil)
        #expect(EmbeddedFile(path: "a", base64: Data(bytes).base64EncodedString()).bytes == bytes)
    }
}
