/// One mistake in `Intents/`: where, what, and the cure.
///
/// Printed as `Intents/refund/flow.yaml:12:9: slot 'order_nr' is not declared; did you mean
/// 'order_id'?`.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
    /// `Intents/refund/flow.yaml`.
    public var file: String
    /// From 1; 1 for a mistake of the whole file.
    public var line: Int
    /// From 1, in Unicode scalars.
    public var column: Int
    public var code: Code
    /// What is wrong, without a full stop.
    public var message: String
    /// What to do about it, without a full stop.
    public var cure: String
    /// A warning lets the pack load.
    public var isWarning: Bool

    public init(
        _ code: Code, at place: Place, _ message: String, cure: String, isWarning: Bool = false
    ) {
        file = place.file
        line = place.line
        column = place.column
        self.code = code
        self.message = message
        self.cure = cure
        self.isWarning = isWarning
    }

    public var description: String {
        "\(file):\(line):\(column): \(isWarning ? "warning: " : "")\(message); \(cure)"
    }
}

extension Diagnostic: Comparable {
    /// By file, line, column, then code and text.
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        (left.file, left.line, left.column, left.code.rawValue, left.message, left.cure)
            < (right.file, right.line, right.column, right.code.rawValue, right.message, right.cure)
    }
}

/// Every mistake of a pack, sorted by place.
public struct Diagnostics: Error, Equatable, Sendable, CustomStringConvertible {
    public var list: [Diagnostic]

    public init(_ list: [Diagnostic]) {
        self.list = list
    }

    /// One line each.
    public var description: String { list.map(\.description).joined(separator: "\n") }
}

/// A place in a file of the pack.
public struct Place: Hashable, Sendable {
    /// `Intents/refund/flow.yaml`.
    public var file: String
    /// From 1.
    public var line: Int
    /// From 1, in Unicode scalars.
    public var column: Int

    public init(file: String, line: Int = 1, column: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// The place `columns` further in the same line.
    func advanced(by columns: Int) -> Place {
        Place(file: file, line: line, column: column + columns)
    }
}
