import ArgumentParser
import Wire

struct ManCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "man",
        abstract: "Write the manual pages, made of the same texts as --help.",
        discussion: """
            One page for triage and one for each command, in mdoc(7).

            Example: triage man --directory docs/man
            """)

    @Option(help: ArgumentHelp("Where the pages go.", valueName: "dir"))
    var directory = "docs/man"

    func run() throws {
        try reporting {
            try Files.makeFolder(directory)
            for page in try ManualPage.all() {
                try Files.write(page.text, to: "\(directory)/\(page.name).1")
            }
        }
    }
}
