import Foundation
import TestSupport
import Testing

/// Builds that are killed leave whole files, and the next build leaves no trace of them.
@Suite struct InterruptedBuildTests {
    /// Two states of one project: other texts, other pages, another style sheet.
    private enum State: CaseIterable {
        case old, new

        func write(to folder: TemporaryFolder) throws {
            let pages = (0..<80).map { "\(10 + $0 % 80)-\(self == .old || $0 % 2 == 0 ? "page" : "other")-\($0).md" }
            try? folder.remove("content")
            for (index, page) in pages.enumerated() {
                let text = String(repeating: "The \(self) text of this page. ", count: 40)
                try folder.write("# Page \(index)\n\n\(text)\n", to: "content/\(page)")
            }
            try folder.write("body { content: \"\(self)\"; }\n", to: "theme/assets/style.css")
            try folder.write(
                """
                site: {title: Harbour}
                publications:
                  - id: handbook
                    title: The Handbook
                    source: content
                    markdown: docs/handbook.md
                    path: ""
                    navigation: [{title: All, pages: [\(pages.joined(separator: ", "))]}]
                """, to: "galley.yml")
        }
    }

    @Test(arguments: 1...4) func aKilledBuildIsRepairedByTheNext(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let clean = try Dictionary(
            uniqueKeysWithValues: State.allCases.map { state in
                let folder = try SampleProjects.minimal()
                try state.write(to: folder)
                try build(in: folder)
                return (state, try outputs(of: folder))
            })
        let folder = try SampleProjects.minimal()
        try State.old.write(to: folder)
        try build(in: folder)
        var present = State.old
        for round in 1...6 {
            let upcoming: State = present == .old ? .new : .old
            try upcoming.write(to: folder)
            let isLate = Bool.random(using: &generator)
            try kill(in: folder, delay: .random(in: 0..<(isLate ? 3_000 : 150_000), using: &generator), late: isLate)
            for (path, bytes) in try outputs(of: folder) where !path.contains("galley") {
                let isWhole = State.allCases.contains { clean[$0]?[path] == bytes }
                #expect(isWhole, "seed \(seed), round \(round): \(path) has \(bytes.count) bytes of no build")
            }
            // The author may go on, or back.
            present = Bool.random(using: &generator) ? .old : .new
            try present.write(to: folder)
            try build(in: folder)
            let repaired = try outputs(of: folder)
            let differing = Set(repaired.keys).union(clean[present]?.keys.map { $0 } ?? [])
                .filter { repaired[$0] != clean[present]?[$0] }
            #expect(differing.sorted() == [], "seed \(seed), round \(round)")
        }
    }

    private func outputs(of folder: TemporaryFolder) throws -> [String: [UInt8]] {
        try folder.contents().filter { $0.key.hasPrefix("site/") || $0.key.hasPrefix("docs/") }
    }

    private func build(in folder: TemporaryFolder) throws {
        let process = try start(in: folder)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    /// Kills a build after some microseconds: from its start, or late, from when it begins to move files into place.
    private func kill(in folder: TemporaryFolder, delay: UInt32, late: Bool) throws {
        let page = folder.url.appendingPathComponent("site/page-0.html").path
        let before = modified(page)
        let process = try start(in: folder)
        while late, process.isRunning, modified(page) == before { usleep(50) }
        usleep(delay)
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private func modified(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_ino) : 0
    }

    private func start(in folder: TemporaryFolder) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("galley")
        process.arguments = ["build", "--quiet"]
        process.currentDirectoryURL = folder.url
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }
}
