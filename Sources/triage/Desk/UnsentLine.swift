import Daemon
import Glibc

/// What an agent types while the desk cannot keep it (no ticket is at hand, or the desk is gone), in a file that only
/// they can read: a terminal that dies takes no words with it.
struct UnsentLine {
    private let path: String
    /// What the file holds.
    private(set) var text: String

    /// The agent's file in `$XDG_STATE_HOME/triage`.
    init(agent: String) {
        let name = agent.utf8.map { byte in
            let isPlain = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "_" + String(byte, radix: 16)
        }
        self.init(path: DefaultPaths.state("unsent-" + name.joined()))
    }

    init(path: String) {
        self.path = path
        let text = try? Files.text(path)
        self.text = text.map { String($0.prefix(8192)) } ?? ""
    }

    /// Puts the text into the file; an empty one removes it. What cannot be written is not kept: there is nobody to
    /// tell while a line is typed.
    mutating func keep(_ new: String) {
        guard new != text else { return }
        text = new
        guard !new.isEmpty else {
            unlink(path)
            return
        }
        if let slash = path.lastIndex(of: "/") { try? Files.makeFolder(String(path[..<slash])) }
        // Beside it and renamed: a kill in between leaves the old text or the new one.
        let other = path + ".new"
        let file = open(other, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        let bytes = Array(new.utf8)
        let written = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        close(file)
        if written == bytes.count { rename(other, path) }
    }
}
