import ArgumentParser
import Handbook
import Reporting

/// Which scorecard a command uses.
struct ScorecardOption: ParsableArguments {
    @Option(help: ArgumentHelp("The scorecard's file.", valueName: "file"))
    var scorecard = "Scorecards/care.yaml"

    /// The scorecard; a bad one ends the command with 65.
    func load() throws(CommandFailure) -> Scorecard {
        let text = try Files.text(scorecard)
        do throws(Diagnostics) {
            return try ScorecardReader.read(Array(text.utf8), file: scorecard)
        } catch {
            throw CommandFailure(lines: error.list.map(\.description), Exit.badData)
        }
    }
}
