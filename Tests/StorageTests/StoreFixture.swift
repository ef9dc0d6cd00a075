import Desk
import Dialogue
import Facts
import Foundation
import Storage
import Triage

enum StoreKind: CaseIterable, Sendable {
    case memory
    case sqlite
}

/// A store that leaves nothing behind.
final class StoreFixture {
    let folder: URL
    let store: any Store

    init(_ kind: StoreKind) throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "triage-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        switch kind {
        case .memory: store = MemoryStore()
        case .sqlite: store = try SQLiteStore(path: folder.appending(path: "triage.db").path)
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }
}

enum Samples {
    static func conversation(_ id: String, text: String) -> Conversation {
        var conversation = Conversation(
            id: id, language: "en", channel: "chat", at: Instant(milliseconds: 1))
        conversation.tail = [Line(at: Instant(milliseconds: 1), speaker: "customer", text: text)]
        conversation.turnCount = 1
        return conversation
    }

    static func turn(_ id: String, message: String, number: Int, texts: [String]) -> Turn {
        let messages = texts.enumerated().map { index, text in
            Message(
                conversation: id, number: index + 1, sender: "bot", text: text, reply: "a.b",
                arguments: ["order": .text("1042")])
        }
        return Turn(
            conversation: id, message: message, number: number, messages: messages, owner: "bot",
            intent: "track_order", confidence: 0.75, state: "idle")
    }

    static func said(_ id: String, _ message: String, at milliseconds: Int64) -> JournalEvent {
        JournalEvent(
            at: Instant(milliseconds: milliseconds), conversation: id,
            event: .said(Utterance(conversation: id, message: message, text: "hi")))
    }

    static func write(_ id: String) -> ActionCall {
        ActionCall(
            id: id, conversation: "c", action: "shop.cancel", arguments: ["order": .text("1042")],
            access: .write, key: "k-\(id)", consent: Consent(question: "Sure?", answer: "yes"))
    }

    /// One queue, one class, one agent.
    static let plan = DeskPlan(
        classes: [
            ServiceClass(
                name: "normal", headStart: .zero, firstReply: .seconds(600),
                resolution: .seconds(86_400))
        ],
        queues: [QueuePlan(name: "general")], agents: [AgentPlan(id: "ana", name: "Ana")])

    /// The rows that the desk wants stored after a handoff of each conversation.
    static func deskEffects(conversations: [String]) -> (tickets: [Ticket], agents: [AgentRow]) {
        var desk = Desk(plan: plan)
        let now = Instant(milliseconds: 1000)
        var tickets: [Ticket] = []
        for id in conversations {
            for case .ticketChanged(let ticket) in desk.handle(
                .handoff(HandoffRequest(conversation: id)), at: now)
            {
                tickets.append(ticket.value)
            }
        }
        var agents: [AgentRow] = []
        for case .agentChanged(let row) in desk.handle(
            .agent("ana", .away(reason: "lunch")), at: now)
        {
            agents.append(row)
        }
        return (tickets, agents)
    }
}
