public import Desk
public import Dialogue
public import Facts
public import Understanding

/// The checked contents of `Intents/`: what the whole machine runs on. Immutable; a reload makes a new one.
public struct Handbook: Sendable {
    public var interpreter: Interpreter
    public var book: DialogueBook
    public var plan: DeskPlan
    /// A fingerprint of the files' names and contents, in hexadecimal.
    public var fingerprint: String
    /// Where the shop is: dates are said in it.
    public var zone: Zone
    /// ISO 4217 code of a bare amount.
    public var currency: String
    /// BCP 47 tags, the default first; never empty.
    public var languages: [String]
    /// When only a person can still find out who somebody is.
    public var identification: IdentificationLimits

    public init(
        interpreter: Interpreter, book: DialogueBook, plan: DeskPlan, fingerprint: String,
        zone: Zone = .utc, currency: String = "EUR", languages: [String] = ["en"],
        identification: IdentificationLimits = IdentificationLimits()
    ) {
        self.interpreter = interpreter
        self.book = book
        self.plan = plan
        self.fingerprint = fingerprint
        self.zone = zone
        self.currency = currency
        self.languages = languages
        self.identification = identification
    }
}

extension Handbook {
    /// Reads a text with today's date in the shop's zone; pure.
    public func interpret(_ text: String, language: String?, at now: Instant) -> Interpretation {
        interpreter.interpret(text, language: language, today: zone.civil(at: now).day)
    }

    /// Reads a text in the language that was detected.
    func interpret(
        _ text: String, as detection: LanguageDetector.Detection, at now: Instant
    ) -> Interpretation {
        interpreter.interpret(text, as: detection, today: zone.civil(at: now).day)
    }

    /// Reads a text in a language that is known for sure.
    func interpret(_ text: String, in language: String, at now: Instant) -> Interpretation {
        interpreter.interpret(text, in: language, today: zone.civil(at: now).day)
    }
}
