public import Understanding

/// A slot's type with its arguments: `item_of(order_id)`.
public struct SlotTypeUse: Equatable, Sendable {
    public var name: String
    /// Paths, one for each parameter of the type.
    public var arguments: [[String]]

    public init(name: String, arguments: [[String]] = []) {
        self.name = name
        self.arguments = arguments
    }
}

/// A declared type (entities.yaml, `types`): which entity fills it, which choices it has.
public struct SlotType: Equatable, Sendable {
    public var name: String
    public var parameters: [String]
    /// The entity kind that fills it directly.
    public var entity: String?
    /// The read action whose list of records (`id`, `name`, further fields) is the choices; its arguments are
    /// parameters of the type or paths such as `customer.id`.
    public var choices: ActionUse?
    /// Any text will do (a description).
    public var isFreeText: Bool
    /// What a record of the entity must hold to be whole, in the order in which it is asked for.
    public var parts: [Part]
    /// The word list that names such a thing ("the address", "my office"): who says "yes, but to my office" is
    /// asked for it anew.
    public var about: String?
    /// The type whose choices hold this one's and more: where the customer names a thing that only one of those has,
    /// that one is meant, and the flow says why nothing can be done for it.
    public var wider: String?
    /// The type of what such a thing may hold, of which the shop has many that no choice here holds: "product" of an
    /// order. Who names one of those is told that none of theirs has it.
    public var range: String?
    /// A word list, and where the id of the choice stands that its words mean: "the original payment method" is
    /// `order.payment_method_id`.
    public var told: Told?

    public struct Told: Equatable, Sendable {
        public var words: String
        public var path: [String]

        public init(words: String, path: [String]) {
            self.words = words
            self.path = path
        }
    }

    /// A field of a record that customers also give by itself: "Ivan" – "Santos".
    public struct Part: Equatable, Sendable {
        public var name: String
        public var shape: PartShape

        public init(name: String, shape: PartShape) {
            self.name = name
            self.shape = shape
        }
    }

    public init(
        name: String, parameters: [String] = [], entity: String? = nil, choices: ActionUse? = nil,
        isFreeText: Bool = false, parts: [Part] = [], about: String? = nil, wider: String? = nil,
        range: String? = nil, told: Told? = nil
    ) {
        self.name = name
        self.parameters = parameters
        self.entity = entity
        self.choices = choices
        self.isFreeText = isFreeText
        self.parts = parts
        self.about = about
        self.wider = wider
        self.range = range
        self.told = told
    }
}
