import Foundation

/// Writes a Swift file that holds all files below some folders: `embed-files OUTPUT FOLDER…`.
@main
enum EmbedFiles {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst().map { URL(fileURLWithPath: $0) }
        guard let output = arguments.first else {
            FileHandle.standardError.write(Data("usage: embed-files OUTPUT FOLDER…\n".utf8))
            exit(2)
        }
        do {
            let text = try arguments.dropFirst().map(EmbeddedFolder.init).map(\.swift).joined(separator: "\n")
            try text.write(to: output, atomically: true, encoding: .utf8)
        } catch {
            FileHandle.standardError.write(Data("embed-files: \(error)\n".utf8))
            exit(1)
        }
    }
}
