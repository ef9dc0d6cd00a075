import Facts
import Hooks
import NIOPosix
import Synchronization

/// Calls the programs of notices on threads of their own, a few at a time, so that nothing waits for them.
///
/// The threads are made with the first call: a desk without hooks has none.
final class HookRunner: Sendable {
    /// Programs that run at once.
    static let width = 4

    private struct State {
        var pool: NIOThreadPool?
        var isStopping = false
    }

    private let state = Mutex(State())

    /// Calls the program; `completion` comes on another thread.
    func run(_ call: NoticeCall, completion: @escaping @Sendable (HookOutcome) -> Void) {
        guard let pool = startedPool() else { return completion(.interrupted) }
        pool.submit { _ in
            let program = HookProgram(
                arguments: call.program, timeoutMilliseconds: Int(call.timeout.milliseconds))
            completion(
                program.run(call.input) { self.state.withLock { $0.isStopping } })
        }
    }

    private func startedPool() -> NIOThreadPool? {
        state.withLock { state in
            if state.isStopping { return nil }
            if let pool = state.pool { return pool }
            let pool = NIOThreadPool(numberOfThreads: Self.width)
            pool.start()
            state.pool = pool
            return pool
        }
    }

    /// Ends what runs. Blocks until it has ended: a second at most.
    func stop() {
        let pool = state.withLock { state in
            state.isStopping = true
            defer { state.pool = nil }
            return state.pool
        }
        try? pool?.syncShutdownGracefully()
    }
}
