import ArgumentParser
import Diagnostics
import Glibc
import LogQL

/// A dataset in a file of JSON lines.
enum DatasetFile {
    /// Lines that can't be read are findings; the rest is still read. Ends the run where the file can't be read.
    static func read(_ path: String, into findings: inout [Diagnostic]) throws -> Dataset {
        var dataset = Dataset()
        try read(path, into: &dataset, &findings)
        return dataset
    }

    /// Adds the lines of a file.
    static func read(_ path: String, into dataset: inout Dataset, _ findings: inout [Diagnostic]) throws {
        let bytes = try bytes(of: path)
        let problems = DatasetReader().read(bytes, into: &dataset)
        if !problems.isEmpty {
            let file = SourceFile(path: path, bytes: bytes)
            findings += problems.map { DatasetMalformed.finding($0, at: file.span($0.range)) }
        }
    }

    /// Datasets may be larger than what an author writes by hand, so this knows no limit but memory.
    private static func bytes(of path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw Refusal("\(path) is a folder, not a dataset") }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 20)
        bytes.reserveCapacity(max(0, Int(status.st_size)))
        while true {
            let count = block.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(path) }
            if count == 0 { return bytes }
            bytes += block[..<count]
        }
    }

    private static func failure(_ path: String) -> Refusal {
        Refusal("can't read \(path): \(String(cString: strerror(errno)).lowercased())")
    }
}
