import Glibc

/// Where things lie when the command line does not say (XDG base directory specification 0.8).
public enum DefaultPaths {
    /// `Intents` beside the working directory, or the installed pack.
    public static var intents: String {
        access("Intents/pack.yaml", R_OK) == 0 ? "Intents" : "/usr/share/triage/Intents"
    }

    /// A file of `Scorecards` beside the working directory, or the installed one.
    public static func scorecard(_ file: String) -> String {
        let here = "Scorecards/" + file
        return access(here, R_OK) == 0 ? here : "/usr/share/triage/" + here
    }

    /// `$XDG_RUNTIME_DIR/triage/triage.sock`, or a folder of the user's own under `/tmp`.
    public static var socket: String {
        if let folder = variable("XDG_RUNTIME_DIR") { return "\(folder)/triage/triage.sock" }
        return "/tmp/triage-\(geteuid())/triage.sock"
    }

    /// A file of `$XDG_STATE_HOME/triage`: the history of typed lines.
    public static func state(_ file: String) -> String {
        "\(variable("XDG_STATE_HOME") ?? home + "/.local/state")/triage/\(file)"
    }

    /// A file of `$XDG_CACHE_HOME/triage`: what can be made again.
    public static func cache(_ file: String) -> String {
        "\(variable("XDG_CACHE_HOME") ?? home + "/.cache")/triage/\(file)"
    }

    /// A file of `$XDG_DATA_HOME/triage`.
    public static func data(_ file: String) -> String {
        "\(variable("XDG_DATA_HOME") ?? home + "/.local/share")/triage/\(file)"
    }

    private static var home: String { variable("HOME") ?? "/tmp" }

    /// An absolute path from the environment; the specification says to ignore relative ones.
    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.hasPrefix("/") ? text : nil
    }
}
