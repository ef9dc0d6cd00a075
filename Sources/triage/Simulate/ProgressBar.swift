import Glibc
import Synchronization

/// A bar on standard error while something takes long; nothing where no person looks.
///
/// Runs that go on side by side may show theirs at the same time.
final class ProgressBar: Sendable {
    private let isShown = isatty(STDERR_FILENO) == 1
    private let title: String
    private let began = Clock.milliseconds
    /// When it was drawn last; nil: never.
    private let drawn = Mutex<Int?>(nil)

    init(_ title: String) {
        self.title = title
    }

    /// `share` is within 0…1; drawn at most ten times a second, and not within the first 0.3 s.
    func show(_ share: Double) {
        let now = Clock.milliseconds
        guard isShown, now - began > 300 else { return }
        let isDue = drawn.withLock { last in
            guard last.map({ now - $0 > 100 }) ?? true else { return false }
            last = now
            return true
        }
        guard isDue else { return }
        let part = min(max(share, 0), 1)
        let full = Int(part * 30)
        let bar = String(repeating: "█", count: full) + String(repeating: "·", count: 30 - full)
        let left = part > 0.02 ? Int(Double(now - began) / 1000 * (1 - part) / part) : nil
        let rest = left.map { ", \($0) s left" } ?? ""
        Output.write("\r\(title) \(bar) \(Int(part * 100)) %\(rest)\u{1B}[K", to: STDERR_FILENO)
    }

    func end() {
        if drawn.withLock({ $0 != nil }) { Output.write("\r\u{1B}[K", to: STDERR_FILENO) }
    }
}
