import Dispatch
import Glibc
import Synchronization

/// The same work for many numbers, on several threads.
public enum Parallel {
    /// `work` for 0..<count, by at most `jobs` threads; the results in the order of the numbers.
    public static func map<Result: Sendable>(
        _ count: Int, jobs: Int, _ work: @Sendable (Int) -> Result
    ) -> [Result] {
        guard jobs > 1, count > 1 else { return (0..<count).map(work) }
        let next = Atomic(0)
        let done = Mutex<[(index: Int, result: Result)]>([])
        DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
            var own: [(index: Int, result: Result)] = []
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < count else { break }
                own.append((index, work(index)))
            }
            done.withLock { $0 += own }
        }
        return done.withLock { $0.sorted { $0.index < $1.index }.map(\.result) }
    }

    /// The processors of this machine that are at work, at least 1.
    public static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
