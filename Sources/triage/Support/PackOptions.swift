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
    func load() throws(CommandFailure) -> Handbook { try loadWithPlaces().handbook }

    /// The same, with the places where the pack's parts are written.
    func loadWithPlaces() throws(CommandFailure) -> (handbook: Handbook, places: PackPlaces) {
        do throws(Diagnostics) {
            return try ModelCache.pack(intents, shopVocabulary: DemoVocabulary.words)
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
