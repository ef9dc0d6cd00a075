public import Wire

/// A running desk, as a rehearsal needs it: it is asked one thing after the other and answers.
public protocol LiveDesk {
    /// The result of a request; throws what the desk refused, or that it is gone.
    mutating func answer(_ method: Wire.Method, _ parameters: JSON) throws -> JSON
    /// Waits a moment for what the desk says on its own account.
    func pause()
}
