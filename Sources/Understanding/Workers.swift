/// Does several pieces of work, perhaps at once: this library has no threads of its own, so whoever trains a
/// lexicon may hand some in. What comes out does not depend on them.
public protocol Workers: Sendable {
    /// The results of `work` for 0..<count, in this order.
    func results<Value: Sendable>(
        _ count: Int, of work: @Sendable (Int) -> Value
    ) -> [Value]
}

/// Does one piece after the other.
public struct OneWorker: Workers {
    public init() {}

    public func results<Value: Sendable>(
        _ count: Int, of work: @Sendable (Int) -> Value
    ) -> [Value] {
        (0..<count).map { work($0) }
    }
}
