import Dialogue
import Synchronization

/// The content of a reply of a sound pack, parsed by whoever says it first.
final class LateReply: LateContent {
    private let kept = AtomicLazyReference<MessageContent>()

    func made(_ make: () -> MessageContent) -> MessageContent {
        kept.load() ?? kept.storeIfNil(make())
    }
}
