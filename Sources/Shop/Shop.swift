public import Dialogue
public import Facts

/// The merchant's systems: looks up and writes what flows ask for.
///
/// A write carries an idempotency key (`ActionCall.key`): the same key gives the first receipt
/// again and has no second effect, so a caller that does not know whether a write arrived may
/// repeat it.
public protocol Shop: Sendable {
    /// Performs `call` at `now` and hands the result to `completion` exactly once, on any thread.
    ///
    /// The embedded shop answers before it returns; a remote one later.
    func perform(
        _ call: ActionCall, now: Instant, completion: @escaping @Sendable (ActionResult) -> Void)
}

/// What can go wrong with the embedded shop's file.
public enum ShopError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The database cannot be opened or has another application's tables.
    case cannotOpen(path: String, reason: String)
    /// A file to import cannot be read or has another form.
    case cannotImport(file: String, reason: String)
    /// The shop already holds orders; an import or seed needs an empty one.
    case notEmpty
    /// SQLite refused a statement.
    case database(reason: String)
    /// A table of the demo shop is malformed: `line` counts from 1.
    case badTable(line: Int, reason: String)

    public var description: String {
        switch self {
        case .cannotOpen(let path, let reason):
            "SHOP_CANNOT_OPEN \(path): \(reason); check the path and its permissions"
        case .cannotImport(let file, let reason):
            "SHOP_CANNOT_IMPORT \(file): \(reason)"
        case .notEmpty:
            "SHOP_NOT_EMPTY the shop already holds orders; give a new file"
        case .database(let reason):
            "SHOP_DATABASE \(reason)"
        case .badTable(let line, let reason):
            "SHOP_BAD_TABLE line \(line): \(reason)"
        }
    }
}
