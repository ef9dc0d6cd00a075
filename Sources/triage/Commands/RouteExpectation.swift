import Desk
import Facts
import Reporting

extension RulesCommand.Test {
    /// What must come out of the rules: `queue=legal`, `class=urgent`, `hand_off=true`.
    struct Expectation: Equatable {
        var name: String
        var value: String

        func found(in route: Route) -> String {
            switch name {
            case "queue": route.queue
            case "class": route.serviceClass
            default: String(route.outcome.handOff)
            }
        }

        /// Reads `queue=legal,class=urgent`. What the plan does not have is a slip and could never be met.
        static func all(in text: String, _ plan: DeskPlan) throws(CommandFailure) -> [Self] {
            let known = [
                "queue": plan.queues.map(\.name), "class": plan.classes.map(\.name),
                "hand_off": ["true", "false"],
            ]
            var found: [Self] = []
            for part in text.split(separator: ",") {
                let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
                guard pair.count == 2, let values = known[pair[0]] else {
                    throw CommandFailure(
                        "'\(SafeText.oneLine(String(part), limit: 60))' is no expectation; "
                            + "write queue=…, class=… or hand_off=true", Exit.usage)
                }
                guard values.contains(pair[1]) else {
                    let cure =
                        nearestName(to: pair[1], among: values).map { "did you mean \($0)?" }
                        ?? "there are \(values.joined(separator: ", "))"
                    throw CommandFailure(
                        "\(pair[0]) is never \(SafeText.oneLine(pair[1], limit: 60)); \(cure)",
                        Exit.usage)
                }
                found.append(Self(name: pair[0], value: pair[1]))
            }
            return found
        }
    }
}
