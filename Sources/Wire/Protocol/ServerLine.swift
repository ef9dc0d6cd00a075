/// What the daemon sends: a response, or a notification on its own account.
public enum ServerLine: Equatable, Sendable {
    case result(RequestID, JSON)
    /// The id is nil when the request's could not be read.
    case failure(RequestID?, ProtocolError)
    case notification(method: String, params: JSON)

    /// The line to send, with its LF.
    public var line: [UInt8] {
        var output: [UInt8] = []
        write(to: &output)
        return output
    }

    /// Appends the line with its LF.
    public func write(to output: inout [UInt8]) {
        output.append(contentsOf: #"{"jsonrpc":"2.0","#.utf8)
        switch self {
        case .result(let id, let result):
            output.append(contentsOf: #""id":"#.utf8)
            id.json.write(to: &output)
            output.append(contentsOf: #","result":"#.utf8)
            result.write(to: &output)
        case .failure(let id, let error):
            output.append(contentsOf: #""id":"#.utf8)
            (id?.json ?? .null).write(to: &output)
            output.append(contentsOf: #","error":"#.utf8)
            error.json.write(to: &output)
        case .notification(let method, let params):
            output.append(contentsOf: #""method":"#.utf8)
            output.append(quoted: method)
            output.append(contentsOf: #","params":"#.utf8)
            params.write(to: &output)
        }
        output.append(contentsOf: "}\n".utf8)
    }

    /// Reads a line that the daemon sent; nil when it is none.
    public init?(line: UnsafeBufferPointer<UInt8>) {
        guard let json = try? JSON(bytes: line) else { return nil }
        if let method = json["method"]?.string {
            self = .notification(method: method, params: json["params"] ?? .null)
            return
        }
        let id: RequestID? =
            switch json["id"] {
            case .integer(let integer): .integer(integer)
            case .string(let string): .string(string)
            case nil, .null, .bool, .number, .array, .object: nil
            }
        if let result = json["result"], let id {
            self = .result(id, result)
        } else if let error = json["error"] {
            self = .failure(id, ProtocolError(json: error))
        } else {
            return nil
        }
    }
}

extension ProtocolError {
    /// Reads the `error` member of a response; a word of a newer daemon becomes `internalError`.
    init(json: JSON) {
        let data = json["data"]
        let cure = data?["cure"]?.string ?? ""
        var what = json["message"]?.string ?? "the daemon gave no reason"
        if !cure.isEmpty, what.hasSuffix("; \(cure)") { what.removeLast(cure.count + 2) }
        self.init(
            data?["word"]?.string.flatMap(ErrorCode.init(rawValue:)) ?? .internalError, what,
            cure: cure,
            details: (data?.members ?? []).filter { $0.name != "word" && $0.name != "cure" })
    }
}
