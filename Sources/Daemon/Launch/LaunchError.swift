/// Why a launch failed: what to print, and the exit code of sysexits.h.
public struct LaunchError: Error, Equatable, Sendable {
    /// One line each: what happened and the cure.
    public var lines: [String]
    /// 64 usage, 65 a bad pack, 74 input or output, 75 try again later.
    public var exitCode: Int32

    public init(lines: [String], exitCode: Int32) {
        self.lines = lines
        self.exitCode = exitCode
    }

    init(_ error: DaemonError) {
        self.init(lines: [error.message], exitCode: error.exitCode)
    }
}
