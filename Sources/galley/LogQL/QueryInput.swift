import ArgumentParser
import Diagnostics
import Glibc
import LogQL

/// The files that a command about queries reads.
struct QueryInput: ParsableArguments {
    enum Form: String, ExpressibleByArgument, CaseIterable { case logql, markdown, yaml }

    @Argument(help: ArgumentHelp("Files with queries; `-` is standard input.", valueName: "file"))
    var paths: [String]

    @Option(name: .customLong("as"), help: "What the files are, where their names do not say it.")
    var form: Form?

    @Flag(help: "Take variables of Grafana, such as $__interval, where they can stand for something.")
    var grafana = false

    var options: QueryOptions { grafana ? .grafana : [] }

    /// The files with their queries. Ends the run where a file can't be read.
    func files(into report: inout [Diagnostic]) throws -> [QueryFile] {
        var failures: [String] = []
        var files: [QueryFile] = []
        for path in paths {
            do throws(Unreadable) {
                files.append(try read(path, into: &report))
            } catch {
                failures.append(error.reason)
            }
        }
        if !failures.isEmpty { throw Refusal(failures.joined(separator: "\n")) }
        return files
    }

    private struct Unreadable: Error { let reason: String }

    private func read(_ path: String, into report: inout [Diagnostic]) throws(Unreadable) -> QueryFile {
        let (source, files) = try source(path)
        var file = QueryFile(file: source, path: path == "-" ? nil : path)
        switch form ?? Self.form(of: path) {
        case .logql: file.readPlain()
        case .markdown: file.readMarkdown(files, into: &report)
        case .yaml: file.readRules(source.bytes, PositionMap(identity: source), into: &report)
        }
        return file
    }

    private static func form(of path: String) -> Form {
        switch path.split(separator: ".").last?.lowercased() {
        case "md", "markdown": .markdown
        case "yaml", "yml": .yaml
        default: .logql
        }
    }

    /// The bytes, and the folder that includes of a fragment may come from: this one, for a file below it.
    private func source(_ path: String) throws(Unreadable) -> (SourceFile, ProjectFiles) {
        guard let here = ProjectFiles(root: ".") else { throw Unreadable(reason: "the working folder can't be read") }
        if path == "-" { return (SourceFile(path: "<stdin>", bytes: Self.standardInput()), here) }
        switch here.file(path) {
        case .success(let file): return (file, here)
        case .failure(.outsideProject): break
        case .failure(let failure): throw Unreadable(reason: Self.describe(failure, path))
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let folder = String(path.dropLast(name.utf8.count))
        guard let there = ProjectFiles(root: folder.isEmpty ? "." : folder) else {
            throw Unreadable(reason: "there is no file \(path)")
        }
        switch there.file(name) {
        case .success(let file): return (SourceFile(path: path, bytes: file.bytes), there)
        case .failure(let failure): throw Unreadable(reason: Self.describe(failure, path))
        }
    }

    private static func describe(_ failure: ProjectFiles.Failure, _ path: String) -> String {
        switch failure {
        case .missing: "there is no file \(path)"
        case .isFolder: "\(path) is a folder"
        case .outsideProject(let target): "\(path) leads to \(target ?? "another folder")"
        case .notReadable(let reason): "can't read \(path): \(reason)"
        case .tooLarge(let size, _): "\(path) is too large (\(size) bytes)"
        }
    }

    private static func standardInput() -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }
}
