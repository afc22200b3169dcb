import Diagnostics
import Proofs

/// Finds files that a snippet names: those beside its fragment, and those in folders from which the site shows files
/// by includes. A reader has saved them under their names.
struct FilesBeside {
    struct File {
        /// Of the project.
        let path: String
        /// As the snippet names it.
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
        return files(ShellNeeds(code).files, for: snippet)
    }

    func files(_ names: Set<String>, for snippet: Snippet) -> [File] {
        let folders = [ProjectFiles.folder(of: snippet.fragment)] + shown
        return names.sorted().compactMap { name in
            for folder in folders {
                if let path = ProjectFiles.join(folder, name), files.isFile(path) {
                    return File(path: path, name: name)
                }
            }
            return nil
        }
    }

    /// As they are laid into the sandbox.
    func laid(_ found: [File]) -> [SandboxCommand.File] {
        found.compactMap { file in
            guard case .success(let source) = files.file(file.path) else { return nil }
            return SandboxCommand.File(file.name, source.bytes)
        }
    }
}
