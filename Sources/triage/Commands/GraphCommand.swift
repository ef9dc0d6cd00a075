import ArgumentParser
import Dialogue
import Handbook
import Triage

struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Draw a flow as Mermaid or DOT.",
        discussion: "Example: triage graph return_item --format dot | dot -Tsvg > return_item.svg")

    @Argument(help: ArgumentHelp("The flow's name; without one all are listed.", valueName: "flow"))
    var flow: String?

    @OptionGroup var pack: PackOptions

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case mermaid, dot
    }

    @Option(help: "mermaid or dot.")
    var format = Format.mermaid

    func run() throws {
        try reporting {
            let flows = try pack.load().book.flows
            guard let flow else {
                for name in flows.keys.sorted() { Output.line(name) }
                return
            }
            guard let found = flows[flow] else {
                throw CommandFailure(
                    "there is no flow '\(flow)'; known are \(flows.keys.sorted().joined(separator: ", "))",
                    Exit.usage)
            }
            let graph = FlowGraph(found)
            Output.line(format == .dot ? graph.dot : graph.mermaid)
        }
    }
}
