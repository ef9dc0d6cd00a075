import Daemon
import Glibc

/// What an agent has typed and the desk has not taken, in a file that only they can read, after every key: a terminal
/// that dies takes no words with it.
final class UnsentLine {
    struct Words: Equatable {
        var text = ""
        /// The ticket that they were written on; nil where none was at hand.
        var ticket: String?
    }

    /// What the file holds.
    private(set) var words = Words()
    /// Below 0 where there is none: what cannot be written is not kept, there is nobody to tell while a line is typed.
    private let file: Int32

    /// More than a line of the console can hold.
    private static let limit = 65_536
    /// Consoles of one agent that keep their lines at the same time, each in a file of its own.
    private static let consoles = 8

    /// The agent's file in `$XDG_STATE_HOME/triage`; the next one where another console has the first.
    convenience init(agent: String) {
        let name = agent.utf8.map { byte in
            let isPlain = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "_" + String(byte, radix: 16)
        }
        self.init(path: DefaultPaths.state("unsent-" + name.joined()))
    }

    init(path: String) {
        if let slash = path.lastIndex(of: "/") { try? Files.makeFolder(String(path[..<slash])) }
        file = Self.claim([path] + (2...Self.consoles).map { "\(path)-\($0)" })
        words = Self.read(file)
    }

    deinit {
        if file >= 0 { close(file) }
    }

    /// Opens the first file that no other console has; the lock ends with the process.
    private static func claim(_ paths: [String]) -> Int32 {
        for path in paths {
            let file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard file >= 0 else { continue }
            if flock(file, LOCK_EX | LOCK_NB) == 0 { return file }
            close(file)
        }
        return -1
    }

    /// Puts the words into the file; an empty text empties it.
    func keep(_ new: Words) {
        guard new != words else { return }
        words = new
        guard file >= 0 else { return }
        guard !new.text.isEmpty else {
            ftruncate(file, 0)
            return
        }
        // In one write, which a kill does not part; what an older and longer text leaves behind it is cut off then,
        // and not read before.
        let text = Array(new.text.utf8)
        let bytes = Array("\(text.count) \(new.ticket ?? "")\n".utf8) + text
        if pwrite(file, bytes, bytes.count, 0) == bytes.count {
            ftruncate(file, off_t(bytes.count))
        }
    }

    /// `11 T-1001\nDear Mara,…`: the bytes of the text, the ticket, the text.
    private static func read(_ file: Int32) -> Words {
        guard file >= 0 else { return Words() }
        var bytes = [UInt8](repeating: 0, count: limit)
        bytes.removeLast(limit - max(0, pread(file, &bytes, limit, 0)))
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return Words() }
        let head = String(decoding: bytes[..<end], as: UTF8.self)
            .split(separator: " ", omittingEmptySubsequences: false)
        guard head.count == 2, let count = Int(head[0]), count >= 0 else { return Words() }
        let text = String(decoding: bytes[(end + 1)...].prefix(count), as: UTF8.self)
        return Words(text: text, ticket: head[1].isEmpty ? nil : String(head[1]))
    }
}
