import ArgumentParser
import Wire

/// A manual page in mdoc(7), made of what the parser knows of a command.
struct ManualPage {
    /// `triage-shop-import`.
    let name: String
    private let command: JSON
    private let words: [String]

    /// The pages of the whole program, the program's own first.
    static func all() throws(CommandFailure) -> [ManualPage] {
        guard let dump = try? JSON(parsing: TriageCommand._dumpHelp()), let root = dump["command"]
        else { throw CommandFailure("the help cannot be read", Exit.software) }
        return pages(of: root, under: [])
    }

    private static func pages(of command: JSON, under words: [String]) -> [ManualPage] {
        let name = command["commandName"]?.string ?? ""
        let page = ManualPage(command: command, words: words + [name])
        let subcommands = (command["subcommands"]?.array ?? []).filter {
            $0["commandName"]?.string != "help"
        }
        return [page] + subcommands.flatMap { pages(of: $0, under: words + [name]) }
    }

    private init(command: JSON, words: [String]) {
        self.command = command
        self.words = words
        name = words.joined(separator: "-")
    }

    var text: String {
        let arguments = (command["arguments"]?.array ?? []).filter {
            $0["shouldDisplay"]?.bool ?? true && !["help", "version"].contains(Self.longName($0))
        }
        var lines = [
            ".Dd 2026", ".Dt \(name.uppercased()) 1", ".Os", ".Sh NAME", ".Nm \(name)",
            ".Nd \(Self.escaped(Self.withoutStop(command["abstract"]?.string ?? "")))",
            ".Sh SYNOPSIS", ".Nm \(words.joined(separator: " "))",
        ]
        lines += arguments.map(Self.synopsis)
        lines += discussion
        if !arguments.isEmpty {
            lines += [".Sh OPTIONS", ".Bl -tag -width Ds"]
            lines += arguments.flatMap(Self.item)
            lines.append(".El")
        }
        lines += subcommands
        lines += [
            ".Sh EXIT STATUS",
            "0 good, 1 something failed, 2 no case ran, 64 wrong usage, 65 bad data,",
            "66 no input, 69 the daemon cannot be reached, 74 input or output; see",
            ".Xr sysexits 3 .",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private var discussion: [String] {
        guard let text = command["discussion"]?.string, !text.isEmpty else { return [] }
        let parts = text.split(separator: "Example:", maxSplits: 1).map(String.init)
        let hasExample = text.contains("Example:")
        let description = hasExample && parts.count < 2 ? "" : parts.first ?? ""
        var lines: [String] = []
        let shown = Self.escaped(description.trimmingBlanks)
        if !shown.isEmpty {
            lines += [".Sh DESCRIPTION"] + shown.split(separator: "\n").map(String.init)
        }
        if hasExample, let example = parts.last {
            lines += [".Sh EXAMPLES", ".Dl \(Self.escaped(example.trimmingBlanks))"]
        }
        return lines
    }

    private var subcommands: [String] {
        let list = (command["subcommands"]?.array ?? []).filter {
            $0["commandName"]?.string != "help"
        }
        guard !list.isEmpty else { return [] }
        return [".Sh COMMANDS", ".Bl -tag -width Ds"]
            + list.flatMap { subcommand in
                let name = subcommand["commandName"]?.string ?? ""
                return [
                    ".It Xr \((words + [name]).joined(separator: "-")) 1",
                    Self.escaped(subcommand["abstract"]?.string ?? ""),
                ]
            } + [".El"]
    }

    private static func longName(_ argument: JSON) -> String {
        argument["preferredName"]?["name"]?.string ?? ""
    }

    private static func synopsis(_ argument: JSON) -> String {
        let isOptional = argument["isOptional"]?.bool ?? false
        return ".\(isOptional ? "Op" : "No") \(head(argument))"
    }

    private static func item(_ argument: JSON) -> [String] {
        var text = escaped(argument["abstract"]?.string ?? "")
        // A default that names a place of this computer is no use on another one.
        if let fallback = argument["defaultValue"]?.string, !fallback.contains("/") {
            text += " Default: \(escaped(fallback))."
        }
        return [".It \(head(argument))", text]
    }

    private static func head(_ argument: JSON) -> String {
        let name = longName(argument)
        let value = argument["valueName"]?.string ?? name
        switch argument["kind"]?.string {
        case "positional": return "Ar \(value)"
        case "flag": return "Fl -\(name)"
        default: return "Fl -\(name) Ar \(value)"
        }
    }

    private static func withoutStop(_ text: String) -> String {
        text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    /// A backslash, and a dot or apostrophe that begins a line, mean something to roff.
    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\e").split(separator: "\n", omittingEmptySubsequences: true)
            .map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&" + $0 : String($0) }
            .joined(separator: "\n")
    }
}
