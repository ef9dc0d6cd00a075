import ArgumentParser
import Daemon
import Handbook
import Reporting

/// Which scorecard a command uses.
struct ScorecardOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The scorecard (default: Scorecards/care.yaml, or the installed one).",
            valueName: "file"))
    var scorecard: String?

    /// The scorecard; a bad one ends the command with 65.
    func load() throws(CommandFailure) -> Scorecard {
        let file = try Files.scorecard("care.yaml", named: scorecard, by: "--scorecard")
        let text = try Files.text(file)
        do throws(Diagnostics) {
            return try ScorecardReader.read(Array(text.utf8), file: file)
        } catch {
            throw CommandFailure(lines: error.list.map(\.description), Exit.badData)
        }
    }
}
