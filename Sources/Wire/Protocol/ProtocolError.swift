/// A request that failed: the word, what happened, the cure.
public struct ProtocolError: Error, Equatable, Sendable {
    public var code: ErrorCode
    /// What happened, naming the member that is wrong.
    public var what: String
    public var cure: String
    /// Further members of the error's `data`.
    public var details: [JSON.Member]

    /// `cure` is the code's usual one unless a better one is known.
    public init(
        _ code: ErrorCode, _ what: String, cure: String? = nil, details: [JSON.Member] = []
    ) {
        self.code = code
        self.what = what
        self.cure = cure ?? code.cure
        self.details = details
    }

    /// The `error` member of a response.
    public var json: JSON {
        let data: [JSON.Member] = [
            JSON.Member("word", .string(code.rawValue)), JSON.Member("cure", .string(cure)),
        ]
        return [
            "code": .integer(code.code), "message": .string("\(what); \(cure)"),
            "data": .object(data + details),
        ]
    }
}
