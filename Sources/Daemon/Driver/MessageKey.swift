public import Triage

/// What makes a customer's message unique.
public struct MessageKey: Hashable, Sendable {
    public var conversation: String
    public var message: String

    public init(conversation: String, message: String) {
        self.conversation = conversation
        self.message = message
    }

    public init(_ turn: Turn) {
        self.init(conversation: turn.conversation, message: turn.message)
    }
}

extension Event {
    /// The conversation that the journal keeps the event under; nil for the desk's own.
    var conversation: String? {
        switch self {
        case .said(let utterance): utterance.conversation
        case .answered(let conversation, _, _), .happened(let conversation, _, _),
            .conversationEnded(let conversation), .timerFired(.conversation(let conversation, _)):
            conversation
        case .timerFired(.desk), .agent, .agentLost: nil
        }
    }
}
