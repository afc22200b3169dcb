import Diagnostics
import Glibc
import Markup

/// Times the Markdown stage alone: parse, tree and HTML of each `.md` file of a folder, the files read beforehand.
///
///     benchmark-markup FOLDER [ROUNDS] [--tree-only]
@main
enum MarkupBenchmark {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("--") }
        guard let folder = arguments.first else {
            print("usage: benchmark-markup FOLDER [ROUNDS] [--tree-only]")
            exit(2)
        }
        let rounds = arguments.dropFirst().first.flatMap { Int($0) } ?? 5
        let isTreeOnly = CommandLine.arguments.contains("--tree-only")
        let files = read(folder)
        let size = files.reduce(0) { $0 + $1.bytes.count }
        var best = Double.infinity
        var written = 0
        for _ in 0..<rounds {
            let start = now()
            written = 0
            for file in files {
                var diagnostics: [Diagnostic] = []
                let document = Document.parse(file.bytes, map: PositionMap(identity: file), into: &diagnostics)
                written += isTreeOnly ? document.nodes.count : HTMLWriter.html(document).count
            }
            best = min(best, now() - start)
        }
        print("\(files.count) files, \(size) bytes in, \(written) out: \(Int(best * 1000)) ms, best of \(rounds)")
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func read(_ folder: String) -> [SourceFile] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".md") { names.append(name) }
        }
        return names.sorted().compactMap { name in
            guard let file = fopen("\(folder)/\(name)", "r") else { return nil }
            defer { fclose(file) }
            var bytes: [UInt8] = []
            var chunk = [UInt8](repeating: 0, count: 65536)
            while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
            return SourceFile(path: name, bytes: bytes)
        }
    }
}
