public import Facts

/// A `.talk` file: conversations as text that support staff can read; every one is a test.
///
/// This target is the replay engine: it reads transcripts, plays them through the whole desk in process on a virtual
/// clock, and judges what happened. It may import everything up to and including `Daemon`.
public struct Transcript: Equatable, Sendable {
    /// The path as it was given, for messages.
    public var file: String
    public var header: Header
    public var cases: [Case]
    /// The file's lines without their LF, for `--update`.
    public var lines: [String]

    /// What the cases of a file share.
    public struct Header: Equatable, Sendable {
        public var title = ""
        /// The shop that is played in: `demo-shop`.
        public var world = "demo-shop"
        /// When the clock starts, and in which zone; nil: 2026-03-02 09:00 in the pack's zone.
        public var start: Start?
        public var customer: KnownCustomer?
        /// Languages that each case is played in, one after the other; empty: once, in the default one.
        public var languages: [String] = []
        public var tags: [String] = []
        public var channel: String?
        /// What is otherwise than in the pack: `with: limits.listed=2`; see `Handbook.changed(by:)`.
        public var settings: [TalkArgument] = []

        public init() {}
    }

    public struct Start: Equatable, Sendable {
        public var civil: CivilTime
        /// A name of the tz database; nil: the pack's zone.
        public var zone: String?
    }

    /// `customer: c-77 verified tier=gold`.
    public struct KnownCustomer: Equatable, Sendable {
        public var id: String
        /// The conversation begins with the customer identified.
        public var isVerified: Bool
        /// Fields put over those of the shop.
        public var fields: [TalkArgument]
    }

    public struct Case: Equatable, Sendable {
        public var name: String
        /// Line of `=== name`, from 1.
        public var line: Int
        public var turns: [Turn]
    }

    /// Something happens; then all that must follow from it.
    public struct Turn: Equatable, Sendable {
        public var line: Int
        /// The last line of the turn's statements.
        public var lastLine: Int
        public var stimulus: Stimulus
        public var expectations: [Expectation]
    }

    public enum Stimulus: Equatable, Sendable {
        /// A customer's message, by language tag; the tag is empty where the line has none.
        case customer(conversation: String, texts: [(language: String, text: String)])
        case agent(conversation: String, agent: String, text: String)
        /// `event: carrier.scanned return=R-1`.
        case event(conversation: String, name: String, fields: [TalkArgument])
        /// `given: shop.order(order_id=1042) -> timeout x3`.
        case given(TalkCall)
        case wait(Duration)
        case waitUntil(CivilTime)
    }

    public struct Expectation: Equatable, Sendable {
        public var line: Int
        /// The last line of the statement: continuation lines belong to it.
        public var lastLine: Int
        public var kind: Kind

        public enum Kind: Equatable, Sendable {
            case message(ExpectedMessage)
            case state(ExpectedState)
            case effect(TalkCall)
            /// `! nothing`.
            case nothing
        }
    }

    public struct ExpectedMessage: Equatable, Sendable {
        public var conversation: String
        /// `bot` or `agent.ana`.
        public var speaker: String
        /// Empty: in every language.
        public var language: String
        public var mode: Mode
        /// Any of them.
        public var texts: [String]
    }

    /// How a message is compared; the raw value is what stands before the colon.
    public enum Mode: String, Equatable, Sendable, CaseIterable {
        case exact = ""
        case pattern = "~"
        case regex = "/"
        /// Reply id and arguments.
        case reply = "="
        /// Must not appear in this turn.
        case absent = "!"
        /// Any further messages.
        case any = "*"
    }

    /// `? slot.reason = damaged`.
    public struct ExpectedState: Equatable, Sendable {
        public var path: String
        public var test: Test
        public var value: String

        public enum Test: String, Equatable, Sendable, CaseIterable {
            case equal = "="
            case unequal = "!="
            case matches = "~"
            case isIn = "in"
            case has
            case atMost = "<="
            case atLeast = ">="
            case below = "<"
            case above = ">"
            /// `? no slot.reason`.
            case absent = "no"
        }
    }
}

extension Transcript.Stimulus {
    public static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.customer(let conversation, let texts), .customer(let other, let otherTexts)):
            conversation == other && texts.elementsEqual(otherTexts, by: ==)
        case (
            .agent(let conversation, let agent, let text), .agent(let other, let name, let words)
        ):
            conversation == other && agent == name && text == words
        case (
            .event(let conversation, let name, let fields), .event(let other, let event, let more)
        ):
            conversation == other && name == event && fields == more
        case (.given(let call), .given(let other)): call == other
        case (.wait(let duration), .wait(let other)): duration == other
        case (.waitUntil(let time), .waitUntil(let other)): time == other
        case (.customer, _), (.agent, _), (.event, _), (.given, _), (.wait, _), (.waitUntil, _):
            false
        }
    }
}

/// `name=value`.
public struct TalkArgument: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// What is wrong with a transcript: where, what, and the cure.
public struct TalkMistake: Error, Equatable, Sendable, CustomStringConvertible {
    public var file: String
    public var line: Int
    public var what: String
    public var cure: String

    public var description: String { "\(file):\(line): \(what); \(cure)" }
}

/// Every mistake of a file.
public struct TalkMistakes: Error, Equatable, Sendable {
    public var list: [TalkMistake]
}
