public import Facts

/// A text stands for itself in the tests' arguments and expectations.
extension Value: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self = .text(text) }
}
