import Foundation

/// Writes the file of help pages; run from the project's folder by `make generate`.
@main
enum GenerateRulePages {
    static func main() {
        let project = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        do {
            let text = try RulePageFile.text(for: project)
            try text.write(to: project.appendingPathComponent(RulePageFile.path), atomically: true, encoding: .utf8)
        } catch {
            FileHandle.standardError.write(Data("generate-rule-pages: \(error)\n".utf8))
            exit(1)
        }
    }
}
