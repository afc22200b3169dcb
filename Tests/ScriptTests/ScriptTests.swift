import Foundation
import TestSupport
import Testing

/// Runs the scripts under Tests/Scripts with the program as it was built.
@Suite struct ScriptTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Scripts")

    static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".txt") }
        .sorted()

    @Test(arguments: names) func runs(name: String) throws {
        let file = Self.folder.appendingPathComponent(name)
        var script = try Script(String(contentsOf: file, encoding: .utf8))
        let project = try TemporaryFolder()
        var hasRun = false
        for (index, step) in script.steps.enumerated() {
            switch step {
            case .file(let path, let text): try project.write(text, to: path)
            case .project(let name): try copy(Self.folder.appendingPathComponent("Projects/\(name)"), to: project)
            case .needs(let command):
                guard try run(command, in: project).exitCode == 0 else {
                    print("skipped \(name): `\(command)` fails here")
                    try Test.cancel("`\(command)` fails here")
                }
            case .run(let expected):
                hasRun = true
                let actual = try run(expected.command, in: project)
                if isUpdatingSnapshots {
                    script.steps[index] = .run(accepted(expected, actual))
                } else {
                    compare(expected, actual)
                }
            }
        }
        #expect(hasRun, "the script runs nothing")
        if isUpdatingSnapshots { try Data(script.text.utf8).write(to: file) }
    }

    @Test func thereAreScripts() { #expect(!Self.names.isEmpty) }

    private func compare(_ expected: Script.Run, _ actual: Script.Run) {
        #expect(
            Expectation.matches(expected.output, actual.output),
            "\(expected.command)\n--- expected\n\(expected.output)--- printed\n\(actual.output)")
        #expect(
            Expectation.matches(expected.errors, actual.errors),
            "\(expected.command)\n--- expected on stderr\n\(expected.errors)--- printed\n\(actual.errors)")
        #expect(expected.exitCode == actual.exitCode, "\(expected.command)\n\(actual.output)\(actual.errors)")
    }

    /// Keeps expectations with wildcards where they still hold.
    private func accepted(_ expected: Script.Run, _ actual: Script.Run) -> Script.Run {
        var run = actual
        if Expectation.matches(expected.output, actual.output) { run.output = expected.output }
        if Expectation.matches(expected.errors, actual.errors) { run.errors = expected.errors }
        return run
    }

    private func run(_ command: String, in project: TemporaryFolder) throws -> Script.Run {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = project.url
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = "\(programFolder.path):\(environment["PATH"] ?? "/usr/bin:/bin")"
        environment["CI"] = nil
        environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
        process.environment = environment
        // Through files, so that no amount of output can block the command.
        let folder = try TemporaryFolder()
        try folder.write("", to: "output")
        try folder.write("", to: "errors")
        process.standardOutput = try FileHandle(forWritingTo: folder.url.appendingPathComponent("output"))
        process.standardError = try FileHandle(forWritingTo: folder.url.appendingPathComponent("errors"))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let redact = { (text: String) in text.replacingOccurrences(of: project.path, with: "[PROJECT]") }
        return Script.Run(
            command: command, output: redact(try folder.read("output")), errors: redact(try folder.read("errors")),
            exitCode: process.terminationStatus)
    }

    private func copy(_ folder: URL, to project: TemporaryFolder) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let target = project.url.appendingPathComponent(name)
            // A second project is laid over the first.
            if FileManager.default.fileExists(atPath: target.path) { try FileManager.default.removeItem(at: target) }
            try FileManager.default.copyItem(at: folder.appendingPathComponent(name), to: target)
        }
    }

    /// Where the package manager puts the program: beside the tests.
    private var programFolder: URL {
        URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    }
}
