import Dispatch
import Synchronization
import Understanding

/// Does pieces of work on as many threads as the machine has processors.
struct ThreadWorkers: Workers {
    func results<Value: Sendable>(
        _ count: Int, of work: @Sendable (Int) -> Value
    ) -> [Value] {
        let done = Mutex([Int: Value]())
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let value = work(index)
            done.withLock { $0[index] = value }
        }
        let values = done.withLock { $0 }
        return (0..<count).compactMap { values[$0] }
    }
}
