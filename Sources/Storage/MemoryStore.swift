public import Desk
import Dialogue
public import Facts
import Reporting
import Synchronization
public import Triage

/// A store without a disk: for replay and for tests. It keeps the same contract.
public final class MemoryStore: Store {
    fileprivate struct Contents {
        var events: [JournalEvent] = []
        var conversations: [String: Conversation] = [:]
        var messages: [String: [Int: SentMessage]] = [:]
        var answers: [String: [String: StoredAnswer]] = [:]
        var timers: [TimerKey: Instant] = [:]
        var writes: [RecordedWrite] = []
        var tickets: [String: Ticket] = [:]
        var agents: [String: AgentRow] = [:]
        var chronicle: [ChronicleEntry] = []
        var tallies: [String: Tally] = [:]
        /// In the order of their commit.
        var notices: [Notice] = []
        var isClosed = false
    }

    private let contents = Mutex(Contents())

    public init() {}

    public func commit(_ batch: Batch) throws(StoreError) {
        try access { contents throws(StoreError) in
            contents.events += batch.events
            for conversation in batch.conversations {
                contents.conversations[conversation.id] = conversation
            }
            for sent in batch.messages {
                contents.messages[sent.message.conversation, default: [:]][sent.message.number] =
                    sent
            }
            for answer in batch.answers {
                contents.answers[answer.turn.conversation, default: [:]][answer.turn.message] =
                    answer
            }
            for change in batch.timers { contents.apply(change) }
            for change in batch.outbox { contents.apply(change) }
            for ticket in batch.tickets { contents.tickets[ticket.id] = ticket }
            for agent in batch.agents { contents.agents[agent.id] = agent }
            contents.chronicle += batch.chronicle
            for tally in batch.tallies { contents.tallies[tally.key] = tally }
            for notice in batch.notices { contents.keep(notice) }
        }
    }

    public func conversation(_ id: String) throws(StoreError) -> Conversation? {
        try access { contents throws(StoreError) in contents.conversations[id] }
    }

    public func answer(conversation: String, message: String) throws(StoreError) -> Turn? {
        try access { contents throws(StoreError) in
            contents.answers[conversation]?[message]?.turn
        }
    }

    public func messages(
        conversation: String, after number: Int, limit: Int
    ) throws(StoreError) -> [SentMessage] {
        try access { contents throws(StoreError) in
            let all = contents.messages[conversation] ?? [:]
            let later = all.filter { $0.key > number }.sorted { $0.key < $1.key }.map(\.value)
            return Array(later.prefix(max(limit, 0)))
        }
    }

    public func events(
        conversation: String, limit: Int
    ) throws(StoreError) -> [JournalEvent] {
        try access { contents throws(StoreError) in
            Array(contents.events.filter { $0.conversation == conversation }.suffix(max(limit, 0)))
        }
    }

    public func ticket(_ id: String) throws(StoreError) -> Ticket? {
        try access { contents throws(StoreError) in contents.tickets[id] }
    }

    public func chronicle(_ page: ChroniclePage) throws(StoreError) -> [NumberedEntry] {
        try access { contents throws(StoreError) in
            let numbered = contents.chronicle.enumerated().map {
                NumberedEntry(number: $0.offset + 1, entry: $0.element)
            }
            let found = numbered.filter {
                $0.number > page.after && page.period.contains($0.entry.at)
                    && (page.kind == nil || page.kind == $0.entry.kind)
            }
            return Array(found.prefix(max(page.limit, 0)))
        }
    }

    public func writes(
        since instant: Instant, after number: Int, limit: Int
    ) throws(StoreError) -> [RecordedWrite] {
        try access { contents throws(StoreError) in
            let found = contents.writes.filter { $0.number > number && $0.at >= instant }
            return Array(found.prefix(max(limit, 0)))
        }
    }

    public func tickets(
        touchedSince instant: Instant, after sequence: Int, limit: Int
    ) throws(StoreError) -> [Ticket] {
        try access { contents throws(StoreError) in
            let found = contents.tickets.values
                .filter {
                    $0.sequence > sequence && ($0.touchedAt >= instant || $0.state != .closed)
                }
                .sorted { $0.sequence < $1.sequence }
            return Array(found.prefix(max(limit, 0)))
        }
    }

    public func restore() throws(StoreError) -> Restored {
        try access { contents throws(StoreError) in contents.restored() }
    }

    public func pruneAnswers(
        before instant: Instant, atMost limit: Int
    ) throws(StoreError) -> Int {
        try access { contents throws(StoreError) in
            var count = 0
            for conversation in contents.answers.keys.sorted() {
                for (message, answer) in (contents.answers[conversation] ?? [:]).sorted(by: {
                    $0.key < $1.key
                }) where answer.at < instant && count < limit {
                    contents.answers[conversation]?[message] = nil
                    count += 1
                }
            }
            return count
        }
    }

    public func close() throws(StoreError) {
        try access { contents throws(StoreError) in contents.isClosed = true }
    }

    private func access<T: Sendable>(
        _ body: (inout Contents) throws(StoreError) -> T
    ) throws(StoreError) -> T {
        try contents.withLock { contents throws(StoreError) in
            guard !contents.isClosed else {
                throw .failed(path: "memory", what: "the store is closed")
            }
            return try body(&contents)
        }
    }
}

extension MemoryStore.Contents {
    fileprivate mutating func apply(_ change: TimerChange) {
        switch change {
        case .set(let key, let at): timers[key] = at
        case .cancel(let key): timers[key] = nil
        }
    }

    fileprivate mutating func apply(_ change: OutboxChange) {
        switch change {
        case .pending(let call, let at):
            guard !writes.contains(where: { $0.call.id == call.id }) else { return }
            writes.append(
                RecordedWrite(number: writes.count + 1, at: at, call: call, result: nil))
        case .done(let id, let result, _):
            guard let index = writes.lastIndex(where: { $0.call.id == id }) else { return }
            writes[index].result = result
        }
    }

    fileprivate mutating func keep(_ notice: Notice) {
        if let index = notices.firstIndex(where: { $0.id == notice.id }) {
            notices[index] = notice
        } else {
            notices.append(notice)
        }
    }

    fileprivate func restored() -> Restored {
        var restored = Restored()
        restored.desk.tickets = tickets.values.filter { $0.state != .closed }
            .sorted { $0.sequence < $1.sequence }
        restored.desk.agents = agents.values.sorted { $0.id < $1.id }
        restored.desk.lastSequence = tickets.values.map(\.sequence).max() ?? 0
        let latest = tickets.values
            .sorted { ($0.touchedAt, $0.sequence) > ($1.touchedAt, $1.sequence) }
        restored.desk.statistics = WaitStatistics(
            replaying: Array(latest.prefix(Restored.replayed)))
        restored.timers = timers.map { DueTimer(key: $0.key, at: $0.value) }
            .sorted { ($0.at, "\($0.key)") < ($1.at, "\($1.key)") }
        restored.outbox = writes.filter { $0.result == nil }.map(\.call)
        restored.unfinished = conversations.values.filter { $0.current != nil }
            .map(\.id).sorted()
        restored.tallies = tallies.values.sorted { $0.key < $1.key }
        restored.notices = notices.filter { $0.state != .taken }
        return restored
    }
}
