import ArgumentParser
import Daemon
import Facts
import Handbook
import Shop
import Triage

/// Which pack a command reads.
struct PackOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The pack's folder.", valueName: "dir"))
    var intents = "Intents"

    /// The checked pack, with the demo shop's words; a bad pack ends the command with 65.
    func load() throws(CommandFailure) -> Handbook {
        do throws(Diagnostics) {
            let reading = HandbookReader.check(
                try PackSource(directory: intents),
                options: .init(
                    shopVocabulary: DemoVocabulary.words, cachedModel: ModelCache.read))
            guard let handbook = reading.handbook else { throw Diagnostics(reading.errors) }
            ModelCache.keep(handbook.interpreter)
            return handbook
        } catch {
            throw CommandFailure(lines: error.list.map(\.description), Exit.badData)
        }
    }
}

/// The words of the demo shop, for spelling.
enum DemoVocabulary {
    static var words: [String] {
        guard let shop = try? DemoShop.inMemory(now: .init(milliseconds: 0)) else { return [] }
        return (try? shop.shopVocabulary()) ?? []
    }
}
