import Foundation
import Testing

/// What is installed beside the program tells of the program as it is.
@Suite struct InstallationTests {
    private let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func text(_ path: String) throws -> String {
        try String(contentsOf: repository.appendingPathComponent(path), encoding: .utf8)
    }

    /// What `--experimental-dump-help` tells of a command.
    private struct Command: Decodable {
        struct Argument: Decodable {
            struct Name: Decodable { let name: String }
            let names: [Name]?
            let shouldDisplay: Bool
        }
        let commandName: String
        let abstract: String?
        let arguments: [Argument]?
        let subcommands: [Command]?
        var all: [Command] { [self] + (subcommands ?? []).flatMap(\.all) }
    }

    private struct Dump: Decodable { let command: Command }

    @Test func theManPageKnowsAllCommandsAndOptions() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("galley")
        process.arguments = ["--experimental-dump-help"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let commands = try JSONDecoder().decode(Dump.self, from: output).command.all
        #expect(commands.count > 15)
        let page = try text("share/man/man1/galley.1")
        for command in commands where command.commandName != "help" {
            #expect(page.contains(command.commandName), "\(command.commandName) is missing: run `make generate`")
            // The page breaks and escapes texts, so their first word has to do.
            for name in (command.arguments ?? []).filter(\.shouldDisplay).flatMap({ $0.names ?? [] }) {
                #expect(
                    page.contains(name.name), "\(command.commandName) --\(name.name) is missing: run `make generate`")
            }
        }
    }

    /// The image has what the Makefile installs: the packages to build with, the checkers, and the very versions of PyPI's.
    @Test(arguments: ["LINKED_PACKAGES", "CHECKER_PACKAGES", "CHECKER_WHEELS"])
    func theImageHasWhatTheMakefileInstalls(variable: String) throws {
        let line = try #require(
            try text("Makefile").components(separatedBy: "\n").first { $0.hasPrefix(variable + " :=") })
        let image = Set(try text("Dockerfile").split { $0.isWhitespace }.map(String.init))
        let names = line.split(separator: " ").dropFirst(2).map(String.init)
        #expect(!names.isEmpty)
        #expect(names.filter { !image.contains($0) } == [])
    }

    /// What `galley doctor` says to install for the libraries that are opened when they are needed.
    @Test func theImageHasTheLibrariesThatAreOpened() throws {
        let image = Set(try text("Dockerfile").split { $0.isWhitespace }.map(String.init))
        #expect(image.isSuperset(of: ["libcurl4", "libpq5"]))
    }
}
