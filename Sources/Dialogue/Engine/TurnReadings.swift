import Facts
import Understanding

/// What was read for a turn: its message, earlier texts that several slots look into, and the words of what the shop
/// offered. Each is read once, also where the turn waits for the shop and goes on with its answer.
///
/// Reading is a pure function of a text, its language and the day: whoever keeps these saves work, and changes nothing.
public struct TurnReadings: Sendable {
    /// Relative dates were read against it.
    private var today: Day?
    /// By language and text.
    private var texts: [String: [String: Interpretation]] = [:]
    /// The choices of the shop's lists, by the look-up that gave them.
    private var offers: [String: [TurnRun.Offer]] = [:]
    /// The words of choices; a turn asks about a few lists, each with and without some of its attributes.
    var indexes = KnownAnswers<IndexQuestion, ChoiceIndex>(limit: 24)
    /// … and of the texts in them.
    var cut = CutTexts()
    var pickings = KnownAnswers<PickingQuestion, Picking>(limit: 24)
    var passages = KnownAnswers<PassagesQuestion, [Passage]>(limit: 12)
    /// The words of what was said, as names are looked up in them.
    var said = KnownAnswers<QuestionText, SaidWords>(limit: 8)
    /// The words of the questions that were asked last.
    var questions = KnownAnswers<QuestionText, [String]>(limit: 2)
    /// What a yes may repeat of the question that was asked last, by its language and text.
    private var asked: (language: String, text: String, phrases: PhraseIndex)?

    public init() {}

    /// Forgets what was read on another day.
    mutating func begin(on day: Day) {
        guard today != day else { return }
        self = TurnReadings()
        today = day
    }

    /// Forgets what the shop has answered: it may answer otherwise now. Of a long conversation the texts too.
    mutating func beginTurn() {
        offers = [:]
        if texts.values.contains(where: { $0.count > Self.textLimit }) { texts = [:] }
    }

    private static let textLimit = 64

    /// The choices that a look-up gave in this turn; `make` reads them the first time.
    mutating func offers(
        of call: String, _ make: () -> [TurnRun.Offer]
    ) -> [TurnRun.Offer] {
        if let known = offers[call] { return known }
        let made = make()
        offers[call] = made
        return made
    }

    /// Takes a reading that somebody else has made.
    mutating func note(_ reading: Interpretation) {
        texts[reading.language, default: [:]][reading.text] = reading
    }

    /// What a yes may repeat of a question; `read` finds it out the first time.
    mutating func phrases(
        of question: String, in language: String, _ read: () -> PhraseIndex
    ) -> PhraseIndex {
        if let asked, asked.text == question, asked.language == language { return asked.phrases }
        let phrases = read()
        asked = (language, question, phrases)
        return phrases
    }

    /// The reading of a text in a language; `read` makes it the first time.
    mutating func reading(
        of text: String, in language: String, _ read: () -> Interpretation
    ) -> Interpretation {
        if let reading = texts[language]?[text] { return reading }
        let reading = read()
        texts[language, default: [:]][text] = reading
        return reading
    }
}

/// The readings while a turn runs: one object, so that an attempt at a step which is undone has read nothing in vain.
final class SharedReadings {
    var readings: TurnReadings
    /// The shop, for look-ups that it answers at once.
    let shop: LookUpShop
    /// What it has answered within the step that is tried, by the signature of the call.
    var answers: [String: ActionResult] = [:]
    /// A step is tried: only then the shop is asked.
    var isTrying = false
    /// How often a state was changed since the last input.
    var revisions = 0
    /// What was found out of a state since the last input: the same is asked of the same state again.
    var results = KnownAnswers<FactQuestion, ActionResult?>(limit: 12)
    var offered = KnownAnswers<OffersQuestion, [TurnRun.Offer]?>(limit: 12)
    var found = KnownAnswers<FindingQuestion, TurnRun.Finding>(limit: 12)
    /// The signatures of what the shop was asked for.
    var signatures = KnownAnswers<LookUp, String>(limit: 24)

    init(_ readings: TurnReadings, shop: @escaping LookUpShop) {
        self.readings = readings
        self.shop = shop
    }
}

/// Answers a look-up at once for a turn in this state; nil where the turn has to wait for the answer.
public typealias LookUpShop = (ActionCall, DialogueState) -> ActionResult?
