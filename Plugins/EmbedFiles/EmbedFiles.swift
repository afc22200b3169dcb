import Foundation
import PackagePlugin

/// Makes Swift of the folders `theme` and `starter`, so that the program brings them along.
@main
struct EmbedFiles: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        let folders = ["theme", "starter"].map { context.package.directoryURL.appending(path: $0) }
        return [
            .buildCommand(
                displayName: "Embedding the default theme and the starter site",
                executable: try context.tool(named: "embed-files").url,
                arguments: [output.path] + folders.map(\.path),
                // Folders as well: a file that is new or gone changes the folder.
                inputFiles: folders + folders.flatMap(content), outputFiles: [output])
        ]
    }

    private func content(of folder: URL) -> [URL] {
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return paths.sorted().map { folder.appending(path: $0) }
    }
}
