import Desk
import Dialogue
import Facts
public import Handbook
public import Triage
import Understanding

/// Finds names in transcripts that the pack no longer has: replies, intents, flows, states, slots, actions, outcomes,
/// queues, agents.
public struct StaleNames: Sendable {
    private let known: [Kind: Set<String>]

    private enum Kind: String, Hashable {
        case reply, intent, flow, state, slot, action, outcome, queue, agent
    }

    public init(_ handbook: Handbook) {
        let book = handbook.book
        let flows = book.flows.values
        let states = flows.flatMap { flow in flow.states.map { "\(flow.id)/\($0.id)" } }
        let sets = flows.flatMap { flow in
            flow.transitions.flatMap { $0.step.set.map(\.slot) } + flow.slots.map(\.id)
        }
        let outcomes = book.actions.flatMap { name, action in
            (action.outcomes + [
                "failed", "timeout", "shop_unavailable", "connection_refused", "late",
            ])
            .map { "\(name) \($0)" }
        }
        known = [
            .reply: Set(book.replies.ids),
            .intent: Set(book.flowOfIntent.keys).union(
                handbook.interpreter.lexicon.phrases.map(\.intent)),
            .flow: Set(book.flows.keys), .state: Set(states), .slot: Set(sets),
            .action: Set(book.actions.keys), .outcome: Set(outcomes),
            .queue: Set(handbook.plan.queues.map(\.name)),
            .agent: Set(handbook.plan.agents.map(\.id)),
        ]
    }

    /// Every name of a transcript that is not in the pack, in the order of its lines.
    public func diagnostics(of transcript: Transcript) -> [Diagnostic] {
        transcript.cases.flatMap(\.turns).flatMap { turn in
            let stimulus = names(in: turn.stimulus).map { ($0.kind, $0.name, turn.line) }
            let expected = turn.expectations.flatMap { expectation in
                names(in: expectation.kind).map { ($0.kind, $0.name, expectation.line) }
            }
            return (stimulus + expected).compactMap { kind, name, line in
                diagnostic(kind, name, Place(file: transcript.file, line: line))
            }
        }
    }

    private func diagnostic(_ kind: Kind, _ name: String, _ place: Place) -> Diagnostic? {
        guard let all = known[kind], !all.contains(name), !name.contains("$"), !name.contains("*")
        else { return nil }
        let near = nearestName(to: name, among: all.sorted())
        return Diagnostic(
            .staleTranscript, at: place, "the pack has no \(kind.rawValue) '\(name)'",
            cure: near.map { "did you mean '\($0)'?" }
                ?? "take it out, or write what stands there now")
    }

    private func names(in stimulus: Transcript.Stimulus) -> [(kind: Kind, name: String)] {
        switch stimulus {
        case .given(let call): names(in: call)
        case .agent(_, let agent, _): [(.agent, agent)]
        case .customer, .event, .wait, .waitUntil: []
        }
    }

    private func names(in kind: Transcript.Expectation.Kind) -> [(kind: Kind, name: String)] {
        switch kind {
        case .message(let message):
            let speaker = message.speaker.hasPrefix("agent.") ? message.speaker.dropFirst(6) : nil
            let replies = message.mode == .reply ? message.texts : []
            return (speaker.map { [(.agent, String($0))] } ?? [])
                + replies.compactMap { text in
                    text.split(separator: " ").first.map { (.reply, String($0)) }
                }
        case .state(let state): return names(in: state)
        case .effect(let call): return names(in: call)
        case .nothing: return []
        }
    }

    private func names(in call: TalkCall) -> [(kind: Kind, name: String)] {
        guard !call.name.hasPrefix("desk."), !call.name.hasPrefix("mail.") else {
            return call.arguments.filter { $0.name == "queue" }.map { (.queue, $0.value) }
        }
        guard known[.action]?.contains(call.name) == true else { return [(.action, call.name)] }
        return call.outcome.map { [(.outcome, "\(call.name) \($0)")] } ?? []
    }

    private func names(in state: Transcript.ExpectedState) -> [(kind: Kind, name: String)] {
        let value = state.value
        let isName = state.test == .equal && value != "none" && value != "empty" && value != "idle"
        if let slot = state.path.split(separator: ".").dropFirst().first,
            state.path.hasPrefix("slot.")
        {
            return [(.slot, String(slot))]
        }
        guard isName else { return [] }
        switch state.path {
        case "intent": return [(.intent, value)]
        case "state": return [(value.contains("/") ? .state : .flow, value)]
        case "stack":
            return value.split(separator: ",").map { (.flow, String($0.trimmed)) }
        case "handoff.queue", "ticket.queue": return [(.queue, value)]
        default: return []
        }
    }
}
