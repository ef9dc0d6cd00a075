import Facts
import Glibc
public import Logging

/// Log lines for operators on standard error: `2026-03-02T09:14:00.123Z info desk.ready
/// socket=/run/… pid=7`.
///
/// A line holds ids, codes and counts, never the text of a customer.
public struct KeyValueLog: LogHandler {
    public var metadata: Logger.Metadata = [:]
    public var logLevel: Logger.Level

    public init(level: Logger.Level) {
        logLevel = level
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        let fields = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let line = Self.line(
            at: WallClock.now, level: event.level, event: "\(event.message)", fields: fields)
        // One write per line, so that lines of several threads do not mix.
        line.utf8.withContiguousStorageIfAvailable { bytes in
            _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        }
    }

    /// The line with its LF; fields in the order of their names.
    static func line(
        at now: Instant, level: Logger.Level, event: String, fields: Logger.Metadata
    ) -> String {
        var line = "\(timestamp(now)) \(level.rawValue) \(event)"
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            line += " \(name)=\(quoted("\(value)"))"
        }
        line += "\n"
        line.makeContiguousUTF8()
        return line
    }

    /// In quotation marks where a blank, a quotation mark or a control character makes it
    /// necessary.
    private static func quoted(_ value: String) -> String {
        let isPlain = value.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0 != "\"" && $0 != "\\" && $0.value != 0x7F
        }
        guard !isPlain || value.isEmpty else { return value }
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case "\n": text += "\\n"
            default: text += scalar.value < 0x20 || scalar.value == 0x7F ? "?" : "\(scalar)"
            }
        }
        return text + "\""
    }

    /// `2026-03-02T09:14:00.000Z`.
    static func timestamp(_ now: Instant) -> String {
        let civil = Zone.utc.civil(at: now)
        let rest = now.milliseconds - now.seconds * 1000
        return "\(civil.day.iso)T\(civil.clock):\((civil.second % 60).padded(2))"
            + ".\(Int(rest).padded(3))Z"
    }
}
