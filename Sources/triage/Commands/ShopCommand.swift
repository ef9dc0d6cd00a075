import ArgumentParser
import Daemon
import Facts
import Shop

struct ShopCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shop",
        abstract: "Fill the embedded shop, see what was done in it.",
        subcommands: [
            ShopImportCommand.self, ShopJournalCommand.self, ShopSeedCommand.self,
            ShopDemoCustomersCommand.self, ShopVerifyCommand.self,
        ])
}

/// Which shop a command opens.
struct ShopOption: ParsableArguments {
    @Option(help: ArgumentHelp("The shop's database, sqlite:FILE.", valueName: "place"))
    var shop = "sqlite:" + DefaultPaths.data("shop.db")

    func validate() throws {
        guard shop.hasPrefix("sqlite:"), shop.utf8.count > "sqlite:".utf8.count else {
            throw ValidationError("'\(shop)' is no shop; write --shop sqlite:FILE")
        }
    }

    /// The words of a shop that is there.
    static func vocabulary(of place: String) throws(CommandFailure) -> [String] {
        guard place.hasPrefix("sqlite:") else {
            throw CommandFailure("'\(place)' is no shop; write --shop sqlite:FILE", Exit.usage)
        }
        var option = ShopOption()
        option.shop = place
        let shop = try option.open(mustExist: true)
        return try reporting { () throws(ShopError) in try shop.shopVocabulary() }
    }

    /// `mustExist`: reading a shop that is not there is a mistake, not an empty shop.
    func open(mustExist: Bool) throws(CommandFailure) -> EmbeddedShop {
        let path = String(shop.dropFirst("sqlite:".count))
        guard !mustExist || Files.exists(path) else {
            throw CommandFailure(
                "\(path): there is no shop; fill one with: triage shop seed --shop sqlite:\(path)",
                Exit.noInput)
        }
        return try Self.reporting { () throws(ShopError) in try EmbeddedShop(path: path) }
    }

    static func reporting<Answer>(
        _ body: () throws(ShopError) -> Answer
    ) throws(CommandFailure) -> Answer {
        do throws(ShopError) {
            return try body()
        } catch {
            throw CommandFailure(error.description, error.exitCode)
        }
    }
}

extension ShopError {
    var exitCode: ExitCode {
        switch self {
        case .cannotOpen, .database: Exit.inputOutput
        case .cannotImport, .badTable: Exit.badData
        case .notEmpty: Exit.failure
        }
    }
}

struct ShopImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read a retail database (JSON) into an empty shop.",
        discussion: "Example: triage shop import --database database.json --shop sqlite:shop.db")

    @Option(help: ArgumentHelp("The file to read.", valueName: "file"))
    var database: String

    @OptionGroup var place: ShopOption

    @Option(help: ArgumentHelp("The currency of its prices, ISO 4217.", valueName: "code"))
    var currency = "USD"

    func run() throws {
        try reporting {
            let shop = try place.open(mustExist: false)
            let count = try ShopOption.reporting { () throws(ShopError) in
                try RetailImport.read(file: database, into: shop, currency: currency)
            }
            Output.line(
                "read \(count.customers) customers, \(count.orders) orders, \(count.products) products, "
                    + "\(count.variants) variants")
        }
    }
}

struct ShopJournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "List the writes that were done in the shop.",
        discussion: "Example: triage shop journal --shop sqlite:shop.db --json")

    @OptionGroup var place: ShopOption

    @Flag(help: "One JSON object per write: tool, arguments, conversation, at.")
    var json = false

    func run() throws {
        try reporting {
            let shop = try place.open(mustExist: true)
            let writes = try ShopOption.reporting { () throws(ShopError) in try shop.journal() }
            for write in writes {
                let line = try ShopOption.reporting { () throws(ShopError) in try write.json }
                Output.line(json ? line : Self.text(of: write))
            }
            if writes.isEmpty, !json { Output.line("nothing was written yet") }
        }
    }

    private static func text(of write: JournaledWrite) -> String {
        let arguments = write.arguments.fields.map { "\($0.name)=\($0.value.shownText)" }
        return "\(write.number)  \(Clock.wall(write.at))  \(write.action)  "
            + SafeText.oneLine(arguments.joined(separator: " "), limit: 100)
            + "  (\(SafeText.oneLine(write.conversation, limit: 40)))"
    }
}

struct ShopSeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed",
        abstract: "Fill an empty shop with the demo shop, dated around now.",
        discussion: "Example: triage shop seed --shop sqlite:shop.db")

    @OptionGroup var place: ShopOption

    func run() throws {
        try reporting {
            let shop = try place.open(mustExist: false)
            try ShopOption.reporting { () throws(ShopError) in
                try DemoShop.seed(shop, now: Clock.now)
            }
            Output.line("the demo shop is in \(place.shop); see triage shop demo-customers")
        }
    }
}
