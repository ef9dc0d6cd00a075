import Desk
import Dialogue
import Facts
import GRDB
import Reporting
import Triage
import Wire

/// Writes one batch inside of an open transaction, with statements that are prepared once.
struct BatchWriter {
    let database: Database

    func write(_ batch: Batch) throws {
        for event in batch.events { try write(event) }
        for conversation in batch.conversations { try write(conversation) }
        for message in batch.messages { try write(message) }
        for answer in batch.answers { try write(answer) }
        for timer in batch.timers { try write(timer) }
        for change in batch.outbox { try write(change) }
        for ticket in batch.tickets { try write(ticket) }
        for agent in batch.agents {
            try execute(
                "INSERT OR REPLACE INTO agent (id, body) VALUES (?, ?)",
                [agent.id, try json(agent)])
        }
        for entry in batch.chronicle {
            try execute(
                "INSERT INTO chronicle (at, kind, entry) VALUES (?, ?, ?)",
                [entry.at.milliseconds, entry.kind.rawValue, try json(entry.what)])
        }
        for tally in batch.tallies { try write(tally) }
        for notice in batch.notices { try write(notice) }
    }

    private func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    private func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONCoder.encode(value), as: UTF8.self)
    }

    private func write(_ event: JournalEvent) throws {
        try execute(
            "INSERT INTO journal (at, version, conversation, event) VALUES (?, ?, ?, ?)",
            [
                event.at.milliseconds, JournalEvent.version, event.conversation,
                try json(event.event),
            ])
    }

    private func write(_ conversation: Conversation) throws {
        try execute(
            """
            INSERT INTO conversation (id, version, unfinished, state) VALUES (?, 1, ?, ?)
            ON CONFLICT (id) DO UPDATE SET version = version + 1,
                unfinished = excluded.unfinished, state = excluded.state
            """,
            [conversation.id, conversation.current != nil, try json(conversation)])
    }

    private func write(_ sent: SentMessage) throws {
        try execute(
            """
            INSERT OR REPLACE INTO message (conversation, number, at, message)
            VALUES (?, ?, ?, ?)
            """,
            [
                sent.message.conversation, sent.message.number, sent.at.milliseconds,
                try json(sent.message),
            ])
    }

    private func write(_ answer: StoredAnswer) throws {
        try execute(
            """
            INSERT OR REPLACE INTO answer (conversation, message, at, turn)
            VALUES (?, ?, ?, ?)
            """,
            [
                answer.turn.conversation, answer.turn.message, answer.at.milliseconds,
                try json(answer.turn),
            ])
    }

    private func write(_ change: TimerChange) throws {
        switch change {
        case .set(let key, let at):
            try execute(
                "INSERT OR REPLACE INTO timer (key, at) VALUES (?, ?)",
                [try json(key), at.milliseconds])
        case .cancel(let key):
            try execute("DELETE FROM timer WHERE key = ?", [try json(key)])
        }
    }

    private func write(_ change: OutboxChange) throws {
        switch change {
        case .pending(let call, let at):
            try execute(
                """
                INSERT INTO outbox (call, key, body, at) VALUES (?, ?, ?, ?)
                ON CONFLICT (call) DO NOTHING
                """,
                [call.id, call.key, try json(call), at.milliseconds])
        case .done(let call, let result, let at):
            try execute(
                "UPDATE outbox SET result = ?, answered_at = ? WHERE call = ?",
                [try json(result), at.milliseconds, call])
        }
    }

    /// Those that were over long before this one was set are dropped with it.
    private func write(_ tally: Tally) throws {
        try execute(
            "INSERT OR REPLACE INTO tally (key, count, until) VALUES (?, ?, ?)",
            [tally.key, tally.count, tally.until.milliseconds])
        try execute(
            "DELETE FROM tally WHERE until < ?", [tally.until.milliseconds - 40 * 86_400_000])
    }

    /// What was taken, or given up, a month before is dropped with it.
    private func write(_ notice: Notice) throws {
        try execute(
            """
            INSERT INTO notice (id, at, state, body) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body
            """,
            [notice.id, notice.at.milliseconds, notice.state.rawValue, try json(notice)])
        try execute(
            "DELETE FROM notice WHERE at < ? AND state <> 'waiting'",
            [notice.at.milliseconds - 30 * 86_400_000])
    }

    private func write(_ ticket: Ticket) throws {
        try execute(
            """
            INSERT INTO ticket (id, sequence, conversation, closed, body, touched)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                closed = excluded.closed, body = excluded.body, touched = excluded.touched
            """,
            [
                ticket.id, ticket.sequence, ticket.conversation, ticket.state == .closed,
                try json(ticket), ticket.touchedAt.milliseconds,
            ])
    }
}

extension Ticket {
    /// When something that its history tells happened to it last.
    var touchedAt: Instant { history.last?.at ?? createdAt }
}
