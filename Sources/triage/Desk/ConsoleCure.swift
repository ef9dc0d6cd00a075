import Wire

extension ProtocolError {
    /// What happened and what to do, as an agent at the console does it: with a command of the console where the
    /// protocol names a method.
    var atConsole: String {
        switch code {
        case .noAgent, .notOnline: "you are not online; `next` or /online brings you back"
        case .unknownTicket: "\(what); /mine has yours, /queue what waits"
        default: "\(what); \(cure)"
        }
    }
}
