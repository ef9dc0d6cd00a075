extension Diagnostic {
    /// The kinds of mistakes; the raw values are stable words for scripts.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        // Files and YAML
        case unreadableFile = "unreadable-file"
        case missingFile = "missing-file"
        case unknownFile = "unknown-file"
        case yamlSyntax = "yaml-syntax"
        case yamlAnchor = "yaml-anchor"
        case yamlTag = "yaml-tag"
        case yamlDepth = "yaml-depth"
        case duplicateKey = "duplicate-key"

        // Shapes
        case unknownKey = "unknown-key"
        case missingKey = "missing-key"
        case wrongShape = "wrong-shape"
        case badValue = "bad-value"
        case duplicateName = "duplicate-name"

        // Names
        case unknownSlot = "unknown-slot"
        case unknownState = "unknown-state"
        case unknownReply = "unknown-reply"
        case unknownType = "unknown-type"
        case unknownAction = "unknown-action"
        case unknownEntity = "unknown-entity"
        case unknownFlow = "unknown-flow"
        case unknownIntent = "unknown-intent"
        case unknownEvent = "unknown-event"
        case unknownQueue = "unknown-queue"
        case unknownWordList = "unknown-word-list"
        case unknownZone = "unknown-zone"
        case wrongArguments = "wrong-arguments"

        // Conditions
        case badCondition = "bad-condition"
        case unknownField = "unknown-field"
        case wrongType = "wrong-type"
        case impossibleValue = "impossible-value"

        // Words
        case missingTranslation = "missing-translation"
        case missingReply = "missing-reply"
        case missingPhrases = "missing-phrases"
        case messageSyntax = "message-syntax"
        case unknownVariable = "unknown-variable"
        case unknownFunction = "unknown-function"
        case phraseSyntax = "phrase-syntax"
        case stolenPhrase = "stolen-phrase"
        case missedPhrase = "missed-phrase"
        case spokenLink = "spoken-link"
        case spokenMark = "spoken-mark"
        case shadowedPhrase = "shadowed-phrase"
        case missingVariable = "missing-variable"

        // Flows
        case unreachableState = "unreachable-state"
        case unreachableBranch = "unreachable-branch"
        case missingElse = "missing-else"
        case missingOutcome = "missing-outcome"
        case unknownOutcome = "unknown-outcome"
        case deadEnd = "dead-end"
        case endlessLoop = "endless-loop"
        case unboundedQuestion = "unbounded-question"
        case digressionCycle = "digression-cycle"
        case unconfirmedWrite = "unconfirmed-write"
        case missingKeyOfWrite = "missing-write-key"
        case writeInLookUp = "write-in-look-up"
        case unsetValue = "unset-value"
        case personalData = "personal-data"
        case factCycle = "fact-cycle"
        case unverified = "unverified"

        // Unused
        case unusedReply = "unused-reply"
        case unusedSlot = "unused-slot"
        case unusedFact = "unused-fact"

        // Desk
        case deskPlan = "desk-plan"
        /// A flow or a rule hands over to a queue that nobody can serve.
        case unservedQueue = "unserved-queue"

        // Transcripts
        case staleTranscript = "stale-transcript"
    }
}
