public import Facts

/// Something the customer can pick: an order, an item, a variant, a payment method.
public struct Choice: Hashable, Sendable, Codable {
    public var id: String
    /// What it is called: "Aurora desk lamp".
    public var name: String
    /// What distinguishes it: `color: black`, `size: M`, `city: Denver`, `status: delivered`.
    public var attributes: [Attribute]
    public var price: Money?

    public struct Attribute: Hashable, Sendable, Codable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public init(id: String, name: String, attributes: [Attribute] = [], price: Money? = nil) {
        self.id = id
        self.name = name
        self.attributes = attributes
        self.price = price
    }

    /// The names in it, where it is a list of things: "Bookshelf, T-Shirt".
    public var names: [String] {
        if !name.utf8.contains(UInt8(ascii: ",")), let first = name.utf8.first, first != 0x20 {
            return [name]
        }
        return name.split(separator: ",").map { String($0.drop { $0 == " " }) }
    }

    /// Differs in nothing but the id, if at all: one of two equal bottles is as good as the other.
    public func isLike(_ other: Choice) -> Bool {
        name == other.name && price == other.price && attributes == other.attributes
    }
}

/// What a text picks among choices.
public struct Picking: Equatable, Sendable {
    /// Indices into the choices, ascending; several when the text fits several.
    public var indices: [Int]
    public var kind: Kind
    /// A superlative or a comparison chose: "the cheapest", "one size bigger".
    public var isCompared = false

    public enum Kind: Equatable, Sendable {
        /// The text names nothing among the choices.
        case none
        /// It says that none of them is meant ("neither").
        case neither
        /// Each index is meant ("both", "all but the lamp", "the lamp and the mouse").
        case all
        /// One of the indices is meant, the text fits all of them equally (exactly one index: it is that one).
        case one
    }

    public init(indices: [Int], kind: Kind) {
        self.indices = indices
        self.kind = kind
    }

    public static let none = Picking(indices: [], kind: .none)
}
