/// Every way in which a request can fail: a stable word for programs, a JSON-RPC code, the usual
/// cure.
///
/// `docs/protocol.md` explains each; a tidy test holds the two together. Words never change their
/// meaning.
public enum ErrorCode: String, CaseIterable, Sendable {
    case parseError = "PARSE_ERROR"
    case invalidRequest = "INVALID_REQUEST"
    case methodNotFound = "METHOD_NOT_FOUND"
    case invalidParams = "INVALID_PARAMS"
    case internalError = "INTERNAL_ERROR"

    case lineTooLong = "LINE_TOO_LONG"
    case batchRefused = "BATCH_REFUSED"
    case notAllowed = "NOT_ALLOWED"
    case overloaded = "OVERLOADED"
    case shuttingDown = "SHUTTING_DOWN"
    case storageFailed = "STORAGE_FAILED"
    case slowReader = "SLOW_READER"
    case reloadFailed = "RELOAD_FAILED"

    case messageTooLong = "MESSAGE_TOO_LONG"
    case unknownConversation = "UNKNOWN_CONVERSATION"
    case conversationBusy = "CONVERSATION_BUSY"

    case noAgent = "NO_AGENT"
    case unknownTicket = "UNKNOWN_TICKET"
    case unknownAgent = "UNKNOWN_AGENT"
    case unknownQueue = "UNKNOWN_QUEUE"
    case staleEpoch = "STALE_EPOCH"
    case notYours = "NOT_YOURS"
    case wrongState = "WRONG_STATE"
    case notOnline = "NOT_ONLINE"
    case notEligible = "NOT_ELIGIBLE"
    case atCapacity = "AT_CAPACITY"
    case nothingWaiting = "NOTHING_WAITING"
    case notLead = "NOT_LEAD"
    case badTime = "BAD_TIME"
    case tooLong = "TOO_LONG"
    case deskFull = "DESK_FULL"
    case emptyText = "EMPTY_TEXT"
    case replyHeld = "REPLY_HELD"
    case nothingToUndo = "NOTHING_TO_UNDO"
    case internalTicket = "INTERNAL_TICKET"
    case otherCustomer = "OTHER_CUSTOMER"
    case unknownMacro = "UNKNOWN_MACRO"
    case unknownNotice = "UNKNOWN_NOTICE"

    /// The number in the error object: JSON-RPC's own, or −32,000 and below for ours.
    public var code: Int {
        switch self {
        case .parseError: -32700
        case .invalidRequest: -32600
        case .methodNotFound: -32601
        case .invalidParams: -32602
        case .internalError: -32603
        case .lineTooLong: -32001
        case .batchRefused: -32002
        case .notAllowed: -32003
        case .overloaded: -32004
        case .shuttingDown: -32005
        case .storageFailed: -32006
        case .slowReader: -32007
        case .reloadFailed: -32008
        case .messageTooLong: -32010
        case .unknownConversation: -32011
        case .conversationBusy: -32012
        case .noAgent: -32020
        case .unknownTicket: -32021
        case .unknownAgent: -32022
        case .unknownQueue: -32023
        case .staleEpoch: -32024
        case .notYours: -32025
        case .wrongState: -32026
        case .notOnline: -32027
        case .notEligible: -32028
        case .atCapacity: -32029
        case .nothingWaiting: -32030
        case .notLead: -32031
        case .badTime: -32032
        case .tooLong: -32033
        case .deskFull: -32034
        case .emptyText: -32035
        case .replyHeld: -32036
        case .nothingToUndo: -32037
        case .internalTicket: -32038
        case .otherCustomer: -32039
        case .unknownMacro: -32040
        case .unknownNotice: -32041
        }
    }

    /// What to do about it when the place of the error knows nothing better.
    public var cure: String {
        switch self {
        case .parseError: "send one JSON object per line, in UTF-8"
        case .invalidRequest: "send {\"jsonrpc\":\"2.0\",\"id\":…,\"method\":…,\"params\":{…}}"
        case .methodNotFound: "see docs/protocol.md for the methods"
        case .invalidParams: "see docs/protocol.md for the parameters"
        case .internalError: "repeat with the same message id; report it if it happens again"
        case .lineTooLong: "keep a line within \(LineFramer.defaultLimit) bytes"
        case .batchRefused: "send the requests as lines of their own; they may be pipelined"
        case .notAllowed: "connect as the user who runs the daemon"
        case .overloaded: "wait for retry_after_ms, then repeat with the same message id"
        case .shuttingDown: "connect again in a moment and repeat with the same message id"
        case .storageFailed:
            "try again later, a message under the same id; an operator must look at the disk"
        case .slowReader: "read faster, or subscribe to less"
        case .reloadFailed: "mend the lines that are named; the old handbook stays in force"
        case .messageTooLong: "keep a message within \(ProtocolLimits.messageBytes) bytes"
        case .unknownConversation: "look at the id; a conversation begins with its first message"
        case .conversationBusy: "wait for the answers to the messages that are open"
        case .noAgent: "call agent.online on this connection first"
        case .unknownTicket: "see `triage queue`, or queue.list, for the open ones"
        case .unknownAgent: "use an agent of desk.yaml"
        case .unknownQueue: "use a queue of desk.yaml"
        case .staleEpoch: "look at the ticket again; the text was kept as a draft"
        case .notYours: "claim the ticket first"
        case .wrongState: "look at the ticket again"
        case .notOnline: "call agent.online first"
        case .notEligible: "leave it to an agent with the skills"
        case .atCapacity: "finish a ticket first"
        case .nothingWaiting: "wait for an agent.offer"
        case .notLead: "ask a lead"
        case .badTime: "name a time in the future"
        case .tooLong: "shorten the text"
        case .deskFull: "close tickets; no more can be open at once"
        case .emptyText: "write something"
        case .replyHeld: "send the reply that is held back, or undo it"
        case .nothingToUndo: "undo sooner"
        case .internalTicket: "answer the question; its customer has another agent"
        case .otherCustomer: "merge contacts of one customer only"
        case .unknownMacro: "see macro.list"
        case .unknownNotice: "see hooks.list"
        }
    }
}

/// The sizes that the protocol allows.
public enum ProtocolLimits {
    /// A message of a customer or an agent, in bytes of UTF-8.
    public static let messageBytes = 8192
    /// Ids and names, in bytes of UTF-8.
    public static let nameBytes = 128
}
