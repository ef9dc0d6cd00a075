import Facts
import Synchronization
import Triage
import Understanding
import Wire

/// The handbook that texts are read with: shared by the connections, replaced by a reload.
final class HandbookShelf: Sendable {
    private let current: Mutex<LoadedHandbook>
    private let clock: @Sendable () -> Instant

    init(_ handbook: LoadedHandbook, clock: @escaping @Sendable () -> Instant) {
        current = Mutex(handbook)
        self.clock = clock
    }

    /// The time of day.
    var now: Instant { clock() }

    func replace(with handbook: LoadedHandbook) { current.withLock { $0 = handbook } }

    /// What the text of `conversation.say` means; nil for other calls.
    func interpret(_ call: Call) -> Interpretation? {
        guard case .say(let say) = call else { return nil }
        let loaded = current.withLock { $0 }
        return loaded.handbook.interpret(say.text, language: say.language, at: clock())
    }
}
