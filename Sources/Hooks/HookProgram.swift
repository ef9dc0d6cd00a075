import Glibc

/// A program of the merchant's that hears of something: JSON on its standard input, exit 0 for "taken".
///
/// It runs in a process group of its own with the daemon's environment, its output thrown away but for the last
/// words on standard error. No shell is in between: the first argument is the file, or a name on the PATH.
public struct HookProgram: Hashable, Sendable {
    /// The file and its arguments; never empty in a call that should succeed.
    public var arguments: [String]
    /// How long it may take before its whole group is ended, in milliseconds; at least 1.
    public var timeoutMilliseconds: Int

    public init(arguments: [String], timeoutMilliseconds: Int) {
        self.arguments = arguments
        self.timeoutMilliseconds = max(1, timeoutMilliseconds)
    }

    /// Runs it to its end and blocks meanwhile, so not for a thread that serves others. `shouldStop` is asked all the
    /// time: when it says yes the program is ended and the call counts as not made.
    public func run(_ input: [UInt8], shouldStop: () -> Bool = { false }) -> HookOutcome {
        guard let name = arguments.first, !name.isEmpty else {
            return .failed(why: "no program is named")
        }
        let child: HookProcess
        do {
            child = try HookProcess(starting: arguments, input: input)
        } catch {
            return .failed(why: "'\(name)' cannot be started: \(error.why)")
        }
        return child.wait(milliseconds: timeoutMilliseconds, shouldStop: shouldStop)
    }
}

/// How a call of a hook went.
public enum HookOutcome: Hashable, Sendable {
    case taken
    /// What happened, for the log: how it ended, and its last words.
    case failed(why: String)
    /// It was ended because the daemon stops: to be called again.
    case interrupted
}

/// A step of starting a program that the system refused.
struct HookStartError: Error {
    var why: String

    init(_ code: Int32) { why = String(cString: strerror(code)) }
}
