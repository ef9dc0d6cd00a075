import ArgumentParser
import Facts
import ShopHTTP

struct ShopVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Ask a shop's server whether it keeps the contract of docs/shop.md.",
        discussion: """
            Nothing is changed in the shop without --write, which sets the customer's address to \
            what it is. Exit 0 when nothing failed, 1 when something did.

            Example: triage shop verify https://shop.example --secret FILE --email a@b.example
            """)

    @Argument(help: ArgumentHelp("Where the server is.", valueName: "url"))
    var url: String

    @Option(help: ArgumentHelp("Headers, one 'Name: value' a line.", valueName: "file"))
    var headers: String?

    @Option(help: ArgumentHelp("The secret that signs the requests.", valueName: "file"))
    var secret: String?

    @Option(help: ArgumentHelp("Certificates (PEM) to trust, not the system's.", valueName: "file"))
    var authority: String?

    @Option(help: ArgumentHelp("The e-mail of a customer to ask about.", valueName: "address"))
    var email: String?

    @Flag(help: "Also make one write that changes nothing, twice.")
    var write = false

    func run() throws {
        try reporting {
            let checks = ShopContract(
                try place(), email: email, writes: write, now: Clock.now
            ).run()
            for check in checks { Output.line(Self.line(check)) }
            let failed = checks.count { if case .failed = $0.verdict { true } else { false } }
            let passed = checks.count { $0.verdict == .passed }
            let rest = checks.count - passed - failed
            Output.line("\(passed) kept, \(failed) broken, \(rest) not asked")
            if failed > 0 { throw Exit.failure }
        }
    }

    private func place() throws(CommandFailure) -> ShopPlace {
        do throws(ShopPlace.Failure) {
            return try ShopPlace(
                url: url, headersFile: headers, secretFile: secret, authorityFile: authority)
        } catch {
            throw CommandFailure(error.description, Exit.usage)
        }
    }

    private static func line(_ check: ShopContract.Check) -> String {
        switch check.verdict {
        case .passed: "ok    \(check.name)"
        case .failed(let what):
            "FAIL  \(check.name)\n      \(SafeText.oneLine(what, limit: 400))"
        case .skipped(let why): "–     \(check.name): \(why)"
        }
    }
}
