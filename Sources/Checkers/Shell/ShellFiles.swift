import Diagnostics
import Proofs

/// Finds the files that a script names: those beside its fragment, and those in folders from which the site shows files
/// by includes. A reader has saved them under their names.
struct ShellFiles {
    struct File {
        /// Of the project.
        let path: String
        /// As the script names it.
        let name: String
    }

    private let files: ProjectFiles
    private let shown: [String]

    init(_ workbench: Workbench) {
        files = workbench.files
        var folders: [String] = []
        for snippet in workbench.snippets {
            let path = snippet.origin(of: 0..<0).span.file.path
            guard path != snippet.fragment else { continue }
            let folder = ProjectFiles.folder(of: path)
            if !folders.contains(folder) { folders.append(folder) }
        }
        shown = folders
    }

    func files(for snippet: Snippet) -> [File] {
        let code = snippet.language == "console" ? ConsoleSession(snippet).script.code : snippet.code
        let folders = [ProjectFiles.folder(of: snippet.fragment)] + shown
        return ShellNeeds(code).files.sorted().compactMap { name in
            for folder in folders {
                if let path = ProjectFiles.join(folder, name), files.isFile(path) { return File(path: path, name: name) }
            }
            return nil
        }
    }

    func bytes(of file: File) -> [UInt8]? {
        guard case .success(let source) = files.file(file.path) else { return nil }
        return source.bytes
    }
}
