import Desk
import Facts
import Storage
import Synchronization
import Triage

/// A memory store that fails to commit while it is told to, and notes what it committed.
final class FlakyStore: Store {
    struct State {
        var isFailing = false
        var onCommit: (@Sendable (Batch) -> Void)?
    }

    let inner: MemoryStore
    let state = Mutex(State())

    init(_ inner: MemoryStore = MemoryStore()) {
        self.inner = inner
    }

    func commit(_ batch: Batch) throws(StoreError) {
        let (isFailing, onCommit) = state.withLock { ($0.isFailing, $0.onCommit) }
        if isFailing { throw .diskFull(path: "/full/triage.db") }
        try inner.commit(batch)
        onCommit?(batch)
    }

    func conversation(_ id: String) throws(StoreError) -> Conversation? {
        try inner.conversation(id)
    }
    func answer(conversation: String, message: String) throws(StoreError) -> Turn? {
        try inner.answer(conversation: conversation, message: message)
    }
    func messages(
        conversation: String, after number: Int, limit: Int
    ) throws(StoreError) -> [SentMessage] {
        try inner.messages(conversation: conversation, after: number, limit: limit)
    }
    func events(conversation: String, limit: Int) throws(StoreError) -> [JournalEvent] {
        try inner.events(conversation: conversation, limit: limit)
    }
    func ticket(_ id: String) throws(StoreError) -> Ticket? { try inner.ticket(id) }
    func chronicle(_ page: ChroniclePage) throws(StoreError) -> [NumberedEntry] {
        try inner.chronicle(page)
    }
    func tickets(
        touchedSince instant: Instant, after sequence: Int, limit: Int
    ) throws(StoreError) -> [Ticket] {
        try inner.tickets(touchedSince: instant, after: sequence, limit: limit)
    }
    func writes(
        since instant: Instant, after number: Int, limit: Int
    ) throws(StoreError) -> [RecordedWrite] {
        try inner.writes(since: instant, after: number, limit: limit)
    }
    func restore() throws(StoreError) -> Restored { try inner.restore() }
    func pruneAnswers(
        before instant: Instant, atMost limit: Int
    ) throws(StoreError) -> Int {
        try inner.pruneAnswers(before: instant, atMost: limit)
    }
    func close() throws(StoreError) { try inner.close() }
}
