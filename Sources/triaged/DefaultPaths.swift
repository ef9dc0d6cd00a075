import Glibc

/// Where things lie when the command line does not say (XDG base directory specification 0.8).
enum DefaultPaths {
    /// `Intents` beside the working directory, or the installed pack.
    static var intents: String {
        access("Intents/pack.yaml", R_OK) == 0 ? "Intents" : "/usr/share/triage/Intents"
    }

    /// A file of `$XDG_DATA_HOME/triage`, by default `~/.local/share/triage`.
    static func data(_ file: String) -> String {
        let home = variable("XDG_DATA_HOME") ?? (variable("HOME") ?? "/tmp") + "/.local/share"
        return "\(home)/triage/\(file)"
    }

    /// `$XDG_RUNTIME_DIR/triage/triage.sock`, or a folder of the user's own under `/tmp`.
    static var socket: String {
        if let folder = variable("XDG_RUNTIME_DIR") { return "\(folder)/triage/triage.sock" }
        return "/tmp/triage-\(geteuid())/triage.sock"
    }

    /// An absolute path from the environment; the specification says to ignore relative ones.
    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.hasPrefix("/") ? text : nil
    }
}
