import Glibc

/// A bar on standard error while something takes long; nothing where no person looks.
final class ProgressBar {
    private let isShown = isatty(STDERR_FILENO) == 1
    private let title: String
    private let began = Clock.milliseconds
    private var lastDrawn = 0
    private var hasDrawn = false

    init(_ title: String) {
        self.title = title
    }

    /// `share` is within 0…1; drawn at most ten times a second, and not within the first 0.3 s.
    func show(_ share: Double) {
        let now = Clock.milliseconds
        guard isShown, now - began > 300, now - lastDrawn > 100 else { return }
        lastDrawn = now
        hasDrawn = true
        let part = min(max(share, 0), 1)
        let full = Int(part * 30)
        let bar = String(repeating: "█", count: full) + String(repeating: "·", count: 30 - full)
        let left = part > 0.02 ? Int(Double(now - began) / 1000 * (1 - part) / part) : nil
        let rest = left.map { ", \($0) s left" } ?? ""
        Output.write("\r\(title) \(bar) \(Int(part * 100)) %\(rest)\u{1B}[K", to: STDERR_FILENO)
    }

    func end() {
        if hasDrawn { Output.write("\r\u{1B}[K", to: STDERR_FILENO) }
    }
}
