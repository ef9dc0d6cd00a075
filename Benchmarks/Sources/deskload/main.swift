import Desk
import Facts
import Glibc

/// How long the desk takes for one event when it is full: `deskload
/// [offers|claims|rules|simulate|all] [CHATS]`; CHATS for `simulate`.
let wanted = CommandLine.arguments.dropFirst().first ?? "all"
if ["offers", "all"].contains(wanted) { measureOffers(waiting: 100_000, agents: 500) }
if ["claims", "all"].contains(wanted) {
    for open in [1_000, 1_000_000] { measureClaims(open: open) }
}
if ["rules", "all"].contains(wanted) { measureRules(count: 200) }
if ["simulate", "all"].contains(wanted) {
    measureSimulation(
        chats: CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 1_000_000)
}
