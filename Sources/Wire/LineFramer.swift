/// Cuts a stream of bytes into LF-terminated lines.
///
/// A CR before the LF is dropped. An overlong line is reported once; its rest is skipped and the
/// next line is served. At most `limit` bytes are kept between two calls.
public struct LineFramer: Sendable {
    /// Bytes of a line without its LF.
    public let limit: Int
    private var pending: [UInt8] = []
    private var isSkipping = false

    /// The protocol's limit of a line, in bytes.
    public static let defaultLimit = 65_536

    public init(limit: Int = LineFramer.defaultLimit) {
        self.limit = limit
    }

    /// What was found: the bytes live only as long as the call.
    public enum Frame {
        case line(UnsafeBufferPointer<UInt8>)
        /// A line was longer than the limit; comes as soon as that is known.
        case tooLong
    }

    /// True when a line has begun and its LF is missing.
    public var isInsideLine: Bool { !pending.isEmpty || isSkipping }

    /// Takes the next bytes of the stream and calls `handle` for each line that they complete.
    public mutating func feed(
        _ bytes: UnsafeBufferPointer<UInt8>, handle: (Frame) -> Void
    ) {
        var start = 0
        while start < bytes.count {
            let rest = UnsafeBufferPointer(rebasing: bytes[start...])
            guard let length = rest.firstIndex(of: UInt8(ascii: "\n")) else {
                keep(rest, handle: handle)
                return
            }
            finish(UnsafeBufferPointer(rebasing: rest[..<length]), handle: handle)
            start += length + 1
        }
    }

    /// The part of a line without its LF.
    private mutating func keep(
        _ part: UnsafeBufferPointer<UInt8>, handle: (Frame) -> Void
    ) {
        if isSkipping { return }
        if pending.count + part.count > limit {
            isSkipping = true
            pending.removeAll(keepingCapacity: false)
            handle(.tooLong)
        } else {
            pending.append(contentsOf: part)
        }
    }

    /// The last part of a line.
    private mutating func finish(
        _ part: UnsafeBufferPointer<UInt8>, handle: (Frame) -> Void
    ) {
        if isSkipping {
            isSkipping = false
        } else if pending.count + part.count > limit {
            pending.removeAll(keepingCapacity: false)
            handle(.tooLong)
        } else if pending.isEmpty {
            handle(.line(Self.withoutReturn(part)))
        } else {
            pending.append(contentsOf: part)
            pending.withUnsafeBufferPointer { handle(.line(Self.withoutReturn($0))) }
            pending.removeAll(keepingCapacity: pending.capacity <= 4096)
        }
    }

    private static func withoutReturn(
        _ line: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8> {
        line.last == UInt8(ascii: "\r") ? UnsafeBufferPointer(rebasing: line.dropLast()) : line
    }
}
