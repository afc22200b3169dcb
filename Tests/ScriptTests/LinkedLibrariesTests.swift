import Foundation
import Testing

/// What the program loads before it does anything: each library costs time, and those that it needs in turn.
@Suite struct LinkedLibrariesTests {
    /// Besides Swift's own. libcurl and libpq, which need 28 more, are opened when they are first needed.
    private let known: Set<String> = [
        "libcmark-gfm", "libcmark-gfm-extensions", "libpg_query", "libre2", "libxxhash", "libz",
        "libstdc++", "libgcc_s", "libm", "libc", "ld-linux-x86-64", "ld-linux-aarch64",
    ]

    @Test func thereAreNoOthers() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "readelf", "--dynamic", "--wide",
            URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
                .appendingPathComponent("galley").path,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let names = output.split(separator: "\n").filter { $0.contains("(NEEDED)") }.compactMap { line in
            line.split(separator: "[").last?.components(separatedBy: ".so").first
        }
        #expect(names.contains("libc"), "\(output)")
        let swift = ["libswift", "libFoundation", "lib_Foundation", "libdispatch", "libBlocksRuntime"]
        #expect(names.filter { name in !known.contains(name) && !swift.contains { name.hasPrefix($0) } } == [])
    }
}
