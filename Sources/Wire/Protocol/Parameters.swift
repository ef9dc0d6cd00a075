import Facts

/// Reads the parameters of a request by name. Everything is checked: kind, size, unknown members.
public struct Parameters: Sendable {
    private let members: [JSON.Member]
    private let json: JSON

    /// Takes the `params` of a request: an object, or none. Parameters by position are refused.
    public init(_ params: JSON?) throws(ProtocolError) {
        switch params {
        case nil: members = []
        case .object(let all): members = all
        case .array: throw ProtocolError(.invalidParams, "'params' is an array", cure: "name them")
        case .null, .bool, .integer, .number, .string:
            throw ProtocolError(.invalidParams, "'params' is no object")
        }
        json = .object(members)
    }

    /// Refuses every member that is not among `known`.
    public func allow(_ known: String...) throws(ProtocolError) {
        guard let unknown = members.first(where: { !known.contains($0.name) }) else { return }
        let nearest = nearestName(to: unknown.name, among: known)
        throw ProtocolError(
            .invalidParams, "the parameter '\(unknown.name.prefix(64))' is unknown",
            cure: nearest.map { "did you mean '\($0)'?" }
                ?? (known.isEmpty ? "leave it out" : "known are \(known.joined(separator: ", "))"))
    }

    /// An id or a name: 1…128 bytes without control characters.
    public func name(_ name: String) throws(ProtocolError) -> String {
        guard let text = try optionalName(name) else {
            throw ProtocolError(.invalidParams, "'\(name)' is missing")
        }
        return text
    }

    /// An id or a name, or nil where it is missing or null.
    public func optionalName(_ name: String) throws(ProtocolError) -> String? {
        guard let text = try optionalString(name) else { return nil }
        let isControl: (UInt8) -> Bool = { $0 < 0x20 || $0 == 0x7F }
        guard !text.isEmpty, text.utf8.count <= ProtocolLimits.nameBytes,
            !text.utf8.contains(where: isControl)
        else {
            throw ProtocolError(
                .invalidParams, "'\(name)' is empty, too long or has control characters",
                cure: "use 1 to \(ProtocolLimits.nameBytes) bytes of printable text")
        }
        return text
    }

    /// A message or a note: at most `ProtocolLimits.messageBytes`.
    public func text(_ name: String) throws(ProtocolError) -> String {
        guard let text = try optionalText(name) else {
            throw ProtocolError(.invalidParams, "'\(name)' is missing")
        }
        return text
    }

    /// A message or a note, or nil where it is missing or null.
    public func optionalText(_ name: String) throws(ProtocolError) -> String? {
        guard let text = try optionalString(name) else { return nil }
        guard text.utf8.count <= ProtocolLimits.messageBytes else {
            throw ProtocolError(.messageTooLong, "'\(name)' has \(text.utf8.count) bytes")
        }
        return text
    }

    public func integer(_ name: String) throws(ProtocolError) -> Int {
        guard let integer = try optionalInteger(name) else {
            throw ProtocolError(.invalidParams, "'\(name)' is missing")
        }
        return integer
    }

    /// An integer, or nil where it is missing or null.
    public func optionalInteger(_ name: String) throws(ProtocolError) -> Int? {
        switch json[name] {
        case nil, .null: return nil
        case .integer(let integer): return integer
        case .bool(_), .number(_), .string(_), .array(_), .object(_):
            throw ProtocolError(.invalidParams, "'\(name)' is no integer")
        }
    }

    /// True or false, or nil where it is missing or null.
    public func optionalFlag(_ name: String) throws(ProtocolError) -> Bool? {
        switch json[name] {
        case nil, .null: return nil
        case .bool(let flag): return flag
        case .integer(_), .number(_), .string(_), .array(_), .object(_):
            throw ProtocolError(.invalidParams, "'\(name)' is not true or false")
        }
    }

    /// The raw value, or nil where it is missing or null.
    public func optionalJSON(_ name: String) -> JSON? {
        let value = json[name]
        return value == .null ? nil : value
    }

    private func optionalString(_ name: String) throws(ProtocolError) -> String? {
        switch json[name] {
        case nil, .null: return nil
        case .string(let string): return string
        case .bool(_), .integer(_), .number(_), .array(_), .object(_):
            throw ProtocolError(.invalidParams, "'\(name)' is no string")
        }
    }
}
