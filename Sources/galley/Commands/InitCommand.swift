import ArgumentParser
import Site

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a small site that builds and checks, to begin with.",
        discussion: """
            Three pages with a proven example of each common kind, galley.yml, and files for GitHub Actions, GitLab CI and \
            pre-commit. The folder must be new or empty.
            """)

    @Argument(help: ArgumentHelp("The folder to make.", valueName: "folder"))
    var folder: String

    @Flag(name: .shortAndLong, help: "Say nothing.")
    var quiet = false

    func run() throws {
        do throws(NewFolder.Failure) {
            try NewFolder(folder).fill(StarterSite.files)
        } catch {
            throw Refusal(error, folder: folder)
        }
        if !quiet { StandardStream.output.write(Self.welcome(folder)) }
    }

    static func welcome(_ folder: String) -> String {
        let isHere = folder == "." || folder == "./"
        let enter = isHere ? "" : "  cd \(folder.contains(" ") ? "'\(folder)'" : folder)\n"
        return """
            Made a site of three pages in \(isHere ? "this folder" : folder):

              galley.yml     what the site is made of; editors complete it by galley.schema.json
              content/       the pages, and what their examples run on
              README.md      how to write, build and check it
              .github/, .gitlab-ci.yml, .pre-commit-config.yaml
                             build and check it for each change

            Next:

            \(enter)  galley serve     # shows the site while you write; Ctrl-C ends it
              galley build     # writes the site; open site/index.html
              galley check     # proves the examples, follows the links
              galley doctor    # which programs prove examples here, and how to get the others

            """
    }
}
