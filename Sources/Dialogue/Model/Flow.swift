public import Facts

/// The statechart of one intent, repair or identity check: states, slots, guards, actions; no words.
public struct Flow: Equatable, Sendable {
    /// The folder's name: `return_item`.
    public var id: String
    /// Raised when open conversations must not go on in the old form; default 1.
    public var version: Int
    public var kind: Kind
    /// The intents that open it.
    public var starts: [String]
    /// The flow that must have ended `verified` before this one runs, as `identify`; nil for none.
    public var needs: String?
    /// The flows that go first where one message wishes both: what locks an order goes last.
    public var after: [String]
    /// What a ticket calls the request (`return`, `cancel`, `address`…); nil where nothing stays open.
    public var request: String?
    /// In order of declaration.
    public var slots: [Slot]
    /// Read-only look-ups, cached for the turn.
    public var facts: [Fact]
    /// In document order; the first one is where the flow starts.
    public var states: [State]
    /// Inherited by every state: what to do when an event or an intent arrives.
    public var handlers: [Handler]
    /// What becomes of open conversations of an older version.
    public var migration: Migration

    public enum Kind: String, Equatable, Sendable {
        /// Resolves a request.
        case intent
        /// Mends the conversation; runs above the open question, which is asked again afterwards.
        case `repair`
    }

    public init(
        id: String, version: Int = 1, kind: Kind = .intent, starts: [String] = [],
        needs: String? = nil, after: [String] = [], request: String? = nil, slots: [Slot] = [],
        facts: [Fact] = [], states: [State], handlers: [Handler] = [],
        migration: Migration = Migration()
    ) {
        self.id = id
        self.version = version
        self.kind = kind
        self.starts = starts
        self.needs = needs
        self.after = after
        self.request = request
        self.slots = slots
        self.facts = facts
        self.states = states
        self.handlers = handlers
        self.migration = migration
    }

    public func state(_ id: String) -> State? { states.first { $0.id == id } }
    public func slot(_ id: String) -> Slot? { slots.first { $0.id == id } }
}

/// A value that a flow keeps; cleared when the flow ends.
public struct Slot: Equatable, Sendable {
    public var id: String
    public var type: SlotTypeUse
    /// The reply that asks for it.
    public var ask: String
    /// Where a value may come from before the customer is asked, in this order.
    public var sources: [Source]
    /// How often it is asked before a person takes over; 1…10, default 3.
    public var tries: Int
    /// Take the only choice without asking.
    public var takesOnlyChoice: Bool
    /// The value is a list of one or more choices ("the lamp and the mouse").
    public var isMany: Bool
    /// The slot (a `many` one) that this one has one value for each member of, in the same order.
    public var each: String?
    /// Asked only while this holds.
    public var condition: Condition
    /// The customer may leave it out.
    public var isOptional: Bool
    /// The reply that says why it is asked for; nil: the repair's general words.
    public var why: String?
    /// Part of the type → the reply that asks for it, where the other parts are known.
    public var parts: [String: String] = [:]

    public enum Source: Equatable, Sendable {
        /// The message that opened the flow or answers it.
        case message
        /// An entity of an earlier message of the conversation.
        case earlier
        /// A path of known facts, as `customer.email`.
        case path([String])
    }

    public init(
        id: String, type: SlotTypeUse, ask: String, sources: [Source] = [.message],
        tries: Int = 3, takesOnlyChoice: Bool = false, isMany: Bool = false, each: String? = nil,
        condition: Condition = .always, isOptional: Bool = false, why: String? = nil
    ) {
        self.id = id
        self.type = type
        self.ask = ask
        self.sources = sources
        self.tries = tries
        self.takesOnlyChoice = takesOnlyChoice
        self.isMany = isMany
        self.each = each
        self.condition = condition
        self.isOptional = isOptional
        self.why = why
    }
}

/// A named read-only look-up: `order: shop.order(order_id)`.
public struct Fact: Equatable, Sendable {
    public var name: String
    public var call: ActionUse

    public init(name: String, call: ActionUse) {
        self.name = name
        self.call = call
    }
}

/// An action with the expressions of its arguments, in the order of its declaration.
public struct ActionUse: Equatable, Sendable {
    /// `shop.create_return`.
    public var action: String
    public var arguments: [(name: String, value: Expression)]

    public init(action: String, arguments: [(name: String, value: Expression)]) {
        self.action = action
        self.arguments = arguments
    }

    public static func == (left: ActionUse, right: ActionUse) -> Bool {
        left.action == right.action
            && left.arguments.elementsEqual(right.arguments) {
                $0.name == $1.name && $0.value == $1.value
            }
    }
}

public enum Expression: Equatable, Sendable {
    case literal(Value)
    /// A slot, fact, `customer.…`, `result.…`.
    case path([String])
}

/// One state of a flow.
public struct State: Equatable, Sendable {
    public var id: String
    /// Replies said on entering.
    public var say: [String]
    public var body: Body
    /// Tried before the flow's own handlers.
    public var handlers: [Handler]
    public var digression: Digression
    /// A delayed event: after this long without an answer go there. Cancelled on exit.
    public var expiry: Expiry?
    /// The reply that says why a confirmation is asked for; nil: the repair's general words.
    public var why: String?

    public init(
        id: String, say: [String] = [], body: Body, handlers: [Handler] = [],
        digression: Digression = .allow, expiry: Expiry? = nil, why: String? = nil
    ) {
        self.id = id
        self.say = say
        self.body = body
        self.handlers = handlers
        self.digression = digression
        self.expiry = expiry
        self.why = why
    }

    public indirect enum Body: Equatable, Sendable {
        /// Asks for each listed slot that has no value yet, then takes the first branch that is true.
        case collect(slots: [String], next: [Branch])
        /// Asks for an explicit yes or no; the only way to a write.
        case confirm(ask: String, agreed: Step, declined: Step)
        /// Runs an action and goes on by its outcome. `key`: the paths that make the idempotency key of a write.
        case perform(ActionUse, key: [[String]], outcomes: [(name: String, step: Step)])
        /// Takes the first branch that is true.
        case choose([Branch])

        public static func == (left: Body, right: Body) -> Bool {
            switch (left, right) {
            case (.collect(let slots, let next), .collect(let otherSlots, let otherNext)):
                slots == otherSlots && next == otherNext
            case (
                .confirm(let ask, let yes, let no),
                .confirm(let otherAsk, let otherYes, let otherNo)
            ):
                ask == otherAsk && yes == otherYes && no == otherNo
            case (
                .perform(let use, let key, let out),
                .perform(let otherUse, let otherKey, let otherOut)
            ):
                use == otherUse && key == otherKey
                    && out.elementsEqual(otherOut) { $0.name == $1.name && $0.step == $1.step }
            case (.choose(let branches), .choose(let others)):
                branches == others
            case (.collect, _), (.confirm, _), (.perform, _), (.choose, _):
                false
            }
        }
    }
}

public enum Digression: String, Equatable, Sendable {
    case allow
    /// Another wish is noted and comes after this flow.
    case finishFirst = "finish_first"
    /// Only repairs.
    case forbid
}

public struct Expiry: Equatable, Sendable {
    public var after: Duration
    public var step: Step

    public init(after: Duration, step: Step) {
        self.after = after
        self.step = step
    }
}

/// A guard with what follows; `else` is `.always`.
public struct Branch: Equatable, Sendable {
    public var condition: Condition
    public var step: Step

    public init(condition: Condition, step: Step) {
        self.condition = condition
        self.step = step
    }
}

/// What to do when something else than an answer arrives.
public struct Handler: Equatable, Sendable {
    /// `intent refund_status` or an event's name, `carrier.scanned`.
    public var trigger: Trigger
    public var condition: Condition
    public var step: Step

    public enum Trigger: Hashable, Sendable {
        case intent(String)
        case event(String)
    }

    public init(trigger: Trigger, condition: Condition = .always, step: Step) {
        self.trigger = trigger
        self.condition = condition
        self.step = step
    }
}

/// A transition's actions, then where it leads.
public struct Step: Equatable, Sendable {
    /// Reply ids, in order.
    public var say: [String]
    public var set: [(slot: String, value: Expression)]
    public var clear: [String]
    /// Sets the conversation's verified customer from this path.
    public var identify: [String]?
    /// Remembers to tell the customer when an event arrives, also after the flow has ended.
    public var watch: Watch?
    /// The conversation goes on in the language at this path, where the pack has it.
    public var speak: [String]?
    public var destination: Destination

    public init(
        say: [String] = [], set: [(slot: String, value: Expression)] = [], clear: [String] = [],
        identify: [String]? = nil, watch: Watch? = nil, speak: [String]? = nil,
        destination: Destination
    ) {
        self.say = say
        self.set = set
        self.clear = clear
        self.identify = identify
        self.watch = watch
        self.speak = speak
        self.destination = destination
    }

    public static func == (left: Step, right: Step) -> Bool {
        left.say == right.say && left.clear == right.clear && left.identify == right.identify
            && left.watch == right.watch && left.speak == right.speak
            && left.destination == right.destination
            && left.set.elementsEqual(right.set) { $0.slot == $1.slot && $0.value == $1.value }
    }
}

/// A proactive message on a later event.
public struct Watch: Equatable, Sendable {
    /// `carrier.scanned`.
    public var event: String
    /// The event's field that must equal the value of the path, as `return` = `return_id`.
    public var field: String
    public var path: [String]
    /// The reply to say.
    public var say: String

    public init(event: String, field: String, path: [String], say: String) {
        self.event = event
        self.field = field
        self.path = path
        self.say = say
    }
}

/// Where a step leads.
public enum Destination: Equatable, Sendable {
    /// Another state of the flow (the same one: it is entered again).
    case state(String)
    /// The flow ends with this outcome: `resolved`, `cancelled`, `unresolved`, `verified`.
    case end(outcome: String)
    /// A person takes over.
    case handoff(Handoff)
    /// Another flow replaces this one; slots of equal names are carried over.
    case flow(String)
    /// A repair ends and says the last messages again.
    case repeatLast
    /// A repair ends and the flow below it is cancelled.
    case cancelBelow
    /// A repair ends and does this with the open question below it.
    case question(QuestionRepair)
    /// A repair ends; the open question below it waits until the customer writes again.
    case pause
    /// A repair ends and the whole conversation with the bot is closed until the customer writes again.
    case endConversation
}

public struct Handoff: Equatable, Sendable {
    /// nil: the rules of desk.yaml decide.
    public var queue: String?
    public var reason: String

    public init(queue: String? = nil, reason: String) {
        self.queue = queue
        self.reason = reason
    }
}
