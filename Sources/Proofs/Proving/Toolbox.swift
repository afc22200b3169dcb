import Glibc

/// Finds programs and asks their versions, each once.
public actor Toolbox {
    /// The folders that are looked through, in order.
    public nonisolated let folders: [String]
    private let memory: VersionMemory?
    private var found: [String: Task<FoundProgram?, Never>] = [:]

    /// - Parameters:
    ///   - path: folders with `:` between them, as in the variable `PATH`.
    ///   - memory: what slow programs told in earlier runs.
    public init(path: String, memory: VersionMemory? = nil) {
        self.memory = memory
        folders = path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    }

    /// The folders of a value of `PATH`, and those of system programs, which users' paths often lack.
    public static func searchPath(_ path: String?) -> String {
        (path ?? "/usr/bin:/bin") + ":/usr/local/sbin:/usr/sbin:/sbin"
    }

    /// The program as it is on this machine; nil where it is missing.
    public func find(_ program: Program) async -> FoundProgram? {
        if let library = program.library {
            return library.path.map { FoundProgram(program: program, path: $0, version: library.version) }
        }
        if let search = found[program.name] { return await search.value }
        let (folders, memory) = (folders, memory)
        let search = Task { await Self.search(program, in: folders, memory) }
        found[program.name] = search
        return await search.value
    }

    private static func search(
        _ program: Program, in folders: [String], _ memory: VersionMemory?
    ) async
        -> FoundProgram?
    {
        let paths: [String] = folders.map { folder in "\(folder)/\(program.name)" }
        guard let path = paths.first(where: { (path: String) in access(path, X_OK) == 0 }) else { return nil }
        let stamp = memory == nil ? nil : VersionMemory.stamp(of: path)
        if let stamp, let version = memory?.version(of: path, program.versionArguments, stamp: stamp) {
            return FoundProgram(program: program, path: path, version: version)
        }
        let outcome = await ProcessCommand(path, program.versionArguments).run()
        let version = version(in: outcome.outputText + "\n" + outcome.errorText)
        if let stamp { memory?.remember(version, of: path, program.versionArguments, stamp: stamp) }
        return FoundProgram(program: program, path: path, version: version)
    }

    /// The first thing that looks like a version: digits with at least one point between them.
    static func version(in text: String) -> String {
        let words = text.split { !($0.isASCII && ($0.isNumber || $0 == ".")) }
        let version = words.first { word in
            let parts = word.split(separator: ".", omittingEmptySubsequences: false)
            return parts.count > 1 && parts.count < 5 && parts.allSatisfy { !$0.isEmpty && $0.count < 6 }
        }
        return version.map(String.init) ?? ""
    }
}
