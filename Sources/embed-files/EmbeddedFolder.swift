import Foundation

/// The files below a folder as a Swift declaration.
struct EmbeddedFolder {
    let name: String
    /// Contents by path below the folder.
    let files: [String: Data]

    init(_ folder: URL) throws {
        name = folder.lastPathComponent
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        var files: [String: Data] = [:]
        for path in paths {
            let file = folder.appendingPathComponent(path)
            if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                files[path] = try Data(contentsOf: file)
            }
        }
        self.files = files
    }

    /// A list of the name of the folder: texts as they are, other files in Base64.
    var swift: String {
        var output = "let \(name)Files: [EmbeddedFile] = [\n"
        for (path, content) in files.sorted(by: { $0.key < $1.key }) {
            if let text = Self.literal(content) {
                output += "EmbeddedFile(path: \"\(path)\", text: \(text)),\n"
            } else {
                output += "EmbeddedFile(path: \"\(path)\", base64: \"\(content.base64EncodedString())\"),\n"
            }
        }
        return output + "]\n"
    }

    /// A literal of a text; nil for what a literal can't hold as it is.
    static func literal(_ content: Data) -> String? {
        let isPlain = content.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x09 }
        guard isPlain, let text = String(validating: content, as: UTF8.self) else { return nil }
        // More number signs than follow any quotation mark or backslash in the text.
        var fence = "#"
        while text.contains("\"" + fence) || text.contains("\\" + fence) { fence += "#" }
        return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
    }
}
