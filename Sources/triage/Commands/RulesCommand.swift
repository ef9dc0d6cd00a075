import ArgumentParser
import Desk
import Facts
import Handbook
import Reporting
import Triage
import Understanding
import Wire

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Try the desk's rules, explain them, compare two sets.",
        subcommands: [Lint.self, Test.self, Explain.self, BackTest.self])

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "test",
            abstract: "Say which rules a message and facts would fire, and where the ticket goes.",
            discussion: """
                Ends with 1 where --expect is not met.

                Example: triage rules test 'I will call my lawyer' customer.tier=vip \
                order.total=620 --expect queue=legal,class=urgent
                """)

        @Argument(help: ArgumentHelp("What the customer writes, then facts.", valueName: "text"))
        var words: [String]

        @Option(help: ArgumentHelp("What must come out.", valueName: "queue=…,class=…"))
        var expect: String?

        @OptionGroup var pack: PackOptions

        @Flag(help: "One JSON object.")
        var json = false

        func run() throws {
            try reporting {
                let handbook = try pack.load()
                let expected = try Expectation.all(in: expect ?? "", handbook.plan)
                var facts = Record()
                for word in words.dropFirst() {
                    try facts.take(word, of: handbook.plan, currency: handbook.currency)
                }
                let now = Clock.now
                let today = handbook.zone.civil(at: now).day
                let explanation = handbook.interpreter.explain(words.first ?? "", today: today)
                let all = Triage(handbook: handbook)
                    .facts(ofFirst: explanation.interpretation, at: now).deepMerging(facts)
                guard let route = handbook.plan.route(all, at: now) else {
                    throw CommandFailure("the pack has no queue", Exit.badData)
                }
                let traces = RuleSet(plan: handbook.plan).trace(RecordFacts(all, now: now))
                report(route, RuleText.lines(route, traces, mentioned: explanation.mentioned))
                try check(route, expected)
            }
        }

        private func report(_ route: Route, _ lines: [String]) {
            if json { return Output.line(RuleText.json(route).text) }
            for line in lines { Output.line(line) }
        }

        private func check(
            _ route: Route, _ expected: [Expectation]
        ) throws(CommandFailure) {
            for one in expected where one.found(in: route) != one.value {
                throw CommandFailure(
                    "\(one.name) is \(one.found(in: route)), not \(one.value)", Exit.failure)
            }
        }
    }

    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "explain",
            abstract: "Say why a ticket is where it is: every rule with what it found.",
            discussion: "Example: triage rules explain T-1042")

        @Argument(help: ArgumentHelp("The ticket.", valueName: "ticket"))
        var ticket: String

        @OptionGroup var socket: SocketOption
        @OptionGroup var pack: PackOptions

        @Flag(help: "One JSON object.")
        var json = false

        func run() throws {
            try reporting {
                var caller = try DeskCaller(socket)
                let shown = try caller.call(.ticketShow, ["ticket": .string(ticket)])
                let handbook = try pack.load()
                let old = RoutedTicket(shown)
                guard let route = handbook.plan.route(old) else {
                    throw CommandFailure("the pack has no queue", Exit.badData)
                }
                if json { return Output.line(RuleText.json(route).text) }
                Output.line(
                    "\(ticket) is in \(old.queue), \(old.serviceClass); fired then: "
                        + old.rules.joined(separator: ", ")
                )
                let traces = RuleSet(plan: handbook.plan).trace(
                    RecordFacts(old.facts, now: old.createdAt))
                let said = Self.firstWords(of: shown).map {
                    handbook.interpreter.explain(
                        $0, language: shown["language"]?.string,
                        today: handbook.zone.civil(at: old.createdAt).day
                    ).mentioned
                }
                for line in RuleText.lines(route, traces, mentioned: said ?? []) {
                    Output.line(line)
                }
            }
        }

        /// The message that was handed over, as far as it is still known.
        private static func firstWords(of shown: JSON) -> String? {
            let handed = shown["created_at"]?.integer ?? 0
            let line = (shown["transcript"]?.array ?? []).last { line in
                line["speaker"]?.string == "customer" && line["at"]?.integer ?? .max <= handed
            }
            return line?["text"]?.string
        }
    }

    struct BackTest: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "backtest",
            abstract: "Say which tickets another desk would route differently.",
            discussion: """
                Takes the tickets of the last conversations, closed ones too, with the facts that \
                the rules saw then, and routes them by the pack and by --with: a pack's folder, or \
                a desk.yaml alone.

                Example: triage rules backtest --last 30d --with new/desk.yaml
                """)

        @Option(help: ArgumentHelp("The other desk.yaml, or pack.", valueName: "path"))
        var with: String

        @Option(help: ArgumentHelp("How far back.", valueName: "30d"))
        var last = "30d"

        @OptionGroup var pack: PackOptions

        @OptionGroup var socket: SocketOption

        @Flag(help: "One JSON object per ticket that differs.")
        var json = false

        func run() throws {
            try reporting {
                guard let span = Duration(shortText: last) else {
                    throw CommandFailure(
                        "'\(last)' is no time; write 30d or 12h", Exit.usage)
                }
                let (now, plan) = (Clock.now, try pack.load().plan)
                let other = try OtherDesk(with, beside: pack.intents).plan
                var caller = try DeskCaller(socket)
                let tickets = try caller.routedTickets(in: Period(start: now - span, end: now))
                var differing = 0
                for ticket in tickets {
                    guard let old = plan.route(ticket), let new = other.route(ticket),
                        let line = RoutedTicket.difference(ticket.id, old, new, json: json)
                    else { continue }
                    differing += 1
                    Output.line(line)
                }
                if !json {
                    Output.line("\(differing) of \(tickets.count) tickets would go elsewhere")
                }
            }
        }
    }
}
