public import Dialogue
import Handbook

/// One thing of a pack that transcripts can reach.
public struct CoverageItem: Hashable, Sendable {
    public var kind: Kind
    /// `return_item/confirm agreed`, `return_item.ask_order [de]`, `shop.order missing`.
    public var name: String

    /// The raw values are what `--min-coverage` names.
    public enum Kind: String, Sendable, CaseIterable {
        case states, transitions
        /// Each guard twice: it held, and it did not.
        case guards
        /// Each reply once for each language.
        case replies
        /// Each outcome of each action that the pack uses, `failed` too.
        case outcomes
        /// Rules of desk.yaml.
        case rules
        /// `expires:` of states, and the steps of the ladders.
        case timers
    }

    init(_ kind: Kind, _ name: String) {
        self.kind = kind
        self.name = name
    }

    static func reply(_ id: String, _ language: String) -> Self {
        .init(.replies, "\(id) [\(language)]")
    }
    static func outcome(_ action: String, _ outcome: String) -> Self {
        .init(.outcomes, "\(action) \(outcome)")
    }
    static func guarded(_ id: TransitionID, _ holds: Bool) -> Self {
        .init(.guards, "\(id.text) \(holds ? "true" : "false")")
    }
    static func transition(_ id: TransitionID) -> Self {
        .init(id.way == .expired ? .timers : .transitions, id.text)
    }
}

extension CoverageItem {
    /// What a mark of the trace has reached.
    init(_ mark: TraceMark) {
        switch mark {
        case .entered(let flow, let state): self.init(.states, "\(flow)/\(state)")
        case .taken(let id): self = .transition(id)
        case .tested(let id, let holds): self = .guarded(id, holds)
        case .said(let reply, let language): self = .reply(reply, language)
        case .fired(let rule): self.init(.rules, rule)
        }
    }
}

extension TransitionID {
    /// `return_item/confirm agreed`, `return_item on 1`.
    public var text: String {
        let owner = state.isEmpty ? flow : "\(flow)/\(state)"
        return switch way {
        case .branch(let index): "\(owner) next \(index + 1)"
        case .agreed: "\(owner) agreed"
        case .declined: "\(owner) declined"
        case .outcome(let name): "\(owner) \(name)"
        case .handler(let index): "\(owner) on \(index + 1)"
        case .expired: "\(owner) expires"
        }
    }
}
