/// The id of a request, given back in its response.
public enum RequestID: Hashable, Sendable {
    case integer(Int)
    case string(String)

    public var json: JSON {
        switch self {
        case .integer(let integer): .integer(integer)
        case .string(let string): .string(string)
        }
    }
}

/// One JSON-RPC 2.0 request, or a notification where it has no id.
public struct Request: Equatable, Sendable {
    public var id: RequestID?
    public var method: String
    /// nil where the request has none.
    public var params: JSON?

    public init(id: RequestID?, method: String, params: JSON? = nil) {
        self.id = id
        self.method = method
        self.params = params
    }

    /// Why a line is no request, with the id to answer under where one could be read.
    public struct Refusal: Error, Equatable, Sendable {
        public var id: RequestID?
        public var error: ProtocolError
    }

    /// Reads a line. A batch (an array) is refused: requests are pipelined instead.
    public init(line: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        let json: JSON
        do {
            json = try JSON(bytes: line)
        } catch {
            throw Refusal(id: nil, error: ProtocolError(.parseError, error.message))
        }
        try self.init(json: json)
    }

    /// Reads a request out of its JSON value.
    public init(json: JSON) throws(Refusal) {
        guard case .object(let members) = json else {
            if case .array = json {
                throw Refusal(id: nil, error: ProtocolError(.batchRefused, "a batch"))
            }
            throw Refusal.invalid(nil, "the line holds \(json.kind), not an object")
        }
        id = try Request.id(json["id"])
        guard json["jsonrpc"] == .string("2.0") else {
            throw Refusal.invalid(id, "'jsonrpc' is not \"2.0\"")
        }
        guard case .string(let method)? = json["method"] else {
            throw Refusal.invalid(id, "'method' is no string")
        }
        self.method = method
        params = json["params"]
        let known = ["jsonrpc", "id", "method", "params"]
        if let unknown = members.first(where: { !known.contains($0.name) }) {
            throw Refusal.invalid(id, "the member '\(unknown.name.prefix(40))' is unknown")
        }
    }

    private static func id(_ json: JSON?) throws(Refusal) -> RequestID? {
        switch json {
        case nil: nil
        case .integer(let integer): .integer(integer)
        case .string(let string) where string.utf8.count <= ProtocolLimits.nameBytes:
            .string(string)
        case .string, .null, .bool, .number, .array, .object:
            throw Refusal.invalid(nil, "'id' is no integer and no short string")
        }
    }

    /// The line to send, with its LF.
    public var line: [UInt8] {
        var members: [JSON.Member] = [JSON.Member("jsonrpc", "2.0")]
        if let id { members.append(JSON.Member("id", id.json)) }
        members.append(JSON.Member("method", .string(method)))
        if let params { members.append(JSON.Member("params", params)) }
        return JSON.object(members).bytes + [UInt8(ascii: "\n")]
    }
}

extension Request.Refusal {
    static func invalid(_ id: RequestID?, _ what: String) -> Request.Refusal {
        Request.Refusal(id: id, error: ProtocolError(.invalidRequest, what))
    }
}
