import ArgumentParser
import BuiltIn
import Configuration
import Site

struct ThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "Write galley's own theme to a folder, to be changed.",
        discussion: """
            A site without a theme has galley's own. A folder `theme` beside galley.yml takes its place; one of another \
            name is named there, as `theme: NAME`. To change few files, keep just these in a folder that `overrides:` \
            names. README.md in the folder says what templates get.
            """)

    @Argument(help: ArgumentHelp("The folder to make.", valueName: "folder"))
    var folder = Configuration.themeFolder

    func run() throws {
        do throws(NewFolder.Failure) {
            try NewFolder(folder).fill(BuiltIn.theme)
        } catch {
            throw Refusal(error, folder: folder)
        }
    }
}
