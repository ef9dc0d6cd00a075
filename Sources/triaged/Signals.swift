import Glibc

/// Signals, one after the other, instead of interruptions.
///
/// They are blocked in every thread (call this before any is started) and fetched with `sigwait`.
struct Signals {
    private let set: sigset_t

    init(_ signals: [Int32]) {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        pthread_sigmask(SIG_BLOCK, &set, nil)
        self.set = set
    }

    /// Waits for the next signal.
    func next() -> Int32 {
        var set = set
        var signal: Int32 = 0
        while sigwait(&set, &signal) != 0 {}
        return signal
    }
}
