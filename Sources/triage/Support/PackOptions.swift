import ArgumentParser
import Daemon
import Facts
import Handbook
import Shop
import Synchronization
import Triage
import Understanding

/// Which pack a command reads.
struct PackOptions: ParsableArguments {
    @Option(
        name: .customLong("intents"), help: ArgumentHelp("The pack's folder.", valueName: "dir"))
    var folder = "Intents"

    /// The pack beside the working directory, else the installed one, as the daemon takes it.
    var intents: String { Self.place(of: folder) }

    static func place(of folder: String) -> String {
        folder == "Intents" ? DefaultPaths.intents : folder
    }

    @OptionGroup var vectors: VectorOptions

    /// The checked pack, with the demo shop's words; a bad pack ends the command with 65.
    func load() throws(CommandFailure) -> Handbook { try loadWithPlaces().handbook }

    /// The checked pack with the words of a shop.
    func load(shopVocabulary: [String]) throws(CommandFailure) -> Handbook {
        try Self.load(
            intents, vectors.table(pack: intents).vectors, shopVocabulary: shopVocabulary
        ).handbook
    }

    /// The same, with the places where the pack's parts are written.
    func loadWithPlaces() throws(CommandFailure) -> (handbook: Handbook, places: PackPlaces) {
        try Self.load(intents, vectors.table(pack: intents).vectors)
    }

    static func load(
        _ directory: String, _ vectors: StaticVectors?,
        shopVocabulary: [String] = DemoVocabulary.words
    ) throws(CommandFailure) -> (handbook: Handbook, places: PackPlaces) {
        do throws(Diagnostics) {
            let pack = try ModelCache.pack(
                directory, shopVocabulary: shopVocabulary, vectors: vectors)
            held.withLock { $0.append(pack.handbook) }
            return pack
        } catch {
            throw missing(directory)
                ?? CommandFailure(lines: error.list.map(\.description), Exit.badData)
        }
    }

    /// Why there is no pack, where none was named and none is in the usual places.
    static func missing(_ directory: String) -> CommandFailure? {
        guard directory == DefaultPaths.intents, !Files.exists(directory) else { return nil }
        return CommandFailure(
            "there is no pack in Intents here, and none in \(directory); name its folder with --intents",
            Exit.badData)
    }

    /// A pack lasts as long as the command: to take it apart piece by piece at the end costs a tenth of a short one.
    private static let held = Mutex<[Handbook]>([])
}

/// Which token vectors a command reads.
struct VectorOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Token vectors (default: Vectors/english.table beside the pack).", valueName: "file"))
    var vectors: String?

    @Flag(help: "N-grams alone.")
    var noVectors = false

    func table(pack: String) throws(CommandFailure) -> VectorTable {
        do throws(VectorTableError) {
            return try VectorTable(
                noVectors ? .none : vectors.map(VectorChoice.file) ?? .shipped, pack: pack)
        } catch {
            throw CommandFailure(error.description, Exit.inputOutput)
        }
    }
}

/// The words of the demo shop, for spelling.
enum DemoVocabulary {
    static var words: [String] { (try? DemoShop.vocabulary) ?? [] }
}
