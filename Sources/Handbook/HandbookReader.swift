import Dialogue
public import Triage
public import Understanding

/// Reads and checks a pack: a handbook, or every mistake.
public enum HandbookReader {
    /// Reads the folder `Intents/`. Throws every mistake at once; warnings are dropped.
    /// - Parameter shopVocabulary: names of the shop's products, known to spelling.
    public static func read(
        directory: String, shopVocabulary: [String] = []
    ) throws(Diagnostics) -> Handbook {
        let source = try PackSource(directory: directory)
        let reading = check(source, options: Options(shopVocabulary: shopVocabulary))
        guard let handbook = reading.handbook else { throw Diagnostics(reading.errors) }
        return handbook
    }

    /// Reads a pack and says everything there is to say about it.
    public static func check(_ source: PackSource, options: Options = Options()) -> Reading {
        let report = Report()
        let files = ComposedFiles(source, workers: options.workers, kept: options.cachedModel)
        let names = options.namesOfSound(files.fingerprint)
        let reader = PackReader(
            source: source, report: report, yaml: files, workers: options.workers,
            isSound: names != nil)
        guard let draft = reader.read() else {
            return Reading(handbook: nil, diagnostics: report.diagnostics)
        }
        let builder = HandbookBuilder(
            draft: draft, fingerprint: files.fingerprint, options: options, names: names)
        let compiled = checked(draft, report, isSound: names != nil, beside: builder)
        let isSound = report.diagnostics.allSatisfy(\.isWarning)
        let depth: HandbookBuilder.Depth =
            options.phrases || options.trains && isSound ? .classifier : .rules
        guard let interpreter = compiled ?? builder.interpreter(depth, report) else {
            return Reading(handbook: nil, diagnostics: report.diagnostics)
        }
        if options.phrases {
            PhraseCheck(draft: draft, interpreter: interpreter, report: report).run()
        }
        let diagnostics = report.diagnostics
        let isComplete = depth == .classifier && diagnostics.allSatisfy(\.isWarning)
        return Reading(
            handbook: isComplete ? builder.handbook(interpreter) : nil, diagnostics: diagnostics,
            places: PackPlaces(draft), files: files,
            sound: isComplete && names == nil
                ? options.soundName(files.fingerprint).map { ($0, builder.names.bytes) } : nil)
    }

    /// Checks the draft, unless the same program found it sound before. Where the model is kept the interpreter is made
    /// beside it; training one is worth it only for a sound pack.
    private static func checked(
        _ draft: Draft, _ report: Report, isSound: Bool, beside builder: HandbookBuilder
    ) -> Interpreter? {
        let isKept = builder.options.trains && builder.hasModel
        let done = builder.options.workers.results(isKept ? 2 : 1) { part in
            let report = Report()
            var interpreter: Interpreter?
            if part == 0 {
                if !isSound { PackChecks(draft: draft, report: report).run() }
            } else {
                interpreter = builder.interpreter(.classifier, report)
            }
            return (interpreter: interpreter, diagnostics: report.diagnostics)
        }
        for part in done { report.add(part.diagnostics) }
        return done.last?.interpreter
    }

    /// How a pack is read.
    public struct Options: Sendable {
        /// Names of the shop's products, known to spelling.
        public var shopVocabulary: [String]
        /// Train the classifier, which takes most of the time. Without it there are diagnostics,
        /// and no handbook.
        public var trains: Bool
        /// Also try every example against the rules and the classifier.
        public var phrases: Bool
        /// Token vectors for the classifier.
        public var vectors: StaticVectors?
        /// The bytes of that name (`LexiconNames`, `Reading.nodes`, `Reading.sound`) that were kept before; nil for
        /// none.
        public var cachedModel: @Sendable (String) -> (any ByteSource)?
        /// Who trains the classifier.
        public var workers: any Workers
        /// Names this build of the program, so that it takes nothing that another one has compiled: what it has found
        /// sound (`Reading.sound`) is not checked again, and its warnings are left out. Nil checks everything.
        public var program: String?
        /// Check what is known to be sound, too.
        public var checksAgain: Bool

        public init(
            shopVocabulary: [String] = [], trains: Bool = true, phrases: Bool = false,
            vectors: StaticVectors? = nil, workers: any Workers = OneWorker(),
            program: String? = nil, checksAgain: Bool = false,
            cachedModel: @escaping @Sendable (String) -> (any ByteSource)? = { _ in nil }
        ) {
            self.shopVocabulary = shopVocabulary
            self.trains = trains
            self.phrases = phrases
            self.vectors = vectors
            self.workers = workers
            self.program = program
            self.checksAgain = checksAgain
            self.cachedModel = cachedModel
        }

        /// What stands for the files of a fingerprint, found sound by this program beside this shop and these vectors;
        /// nil where nobody asks.
        fileprivate func soundName(_ fingerprint: String) -> String? {
            guard let program else { return nil }
            let outside = LexiconNames.outside(shopVocabulary, vectors: vectors)
            return "\(fingerprint).\(program).\(outside).sound"
        }

        /// The names of the files' lexicon, where the same program found them sound before.
        fileprivate func namesOfSound(_ fingerprint: String) -> LexiconNames? {
            guard !checksAgain, let name = soundName(fingerprint) else { return nil }
            return cachedModel(name).flatMap(LexiconNames.init(kept:))
        }
    }

    /// What came of reading a pack.
    public struct Reading: Sendable {
        /// Nil where there is an error.
        public var handbook: Handbook?
        /// Errors and warnings, sorted by place.
        public var diagnostics: [Diagnostic]
        /// Where its parts are written; nil where the pack could not be read.
        public var places: PackPlaces?
        var files: ComposedFiles?
        /// What to keep so that this program need not check these files again (see `Options.program`): under this name
        /// the names of their lexicon. Nil where that is kept, or they are not sound.
        public var sound: (name: String, bytes: [UInt8])?

        /// The files' nodes, for a cache that is handed in at the next start, and what to call them; nil where they
        /// came from it, or the pack could not be read.
        public var nodes: (name: String, bytes: () -> [UInt8])? {
            files.flatMap { files in files.isKept ? nil : (files.name, { files.bytes }) }
        }

        public var errors: [Diagnostic] { diagnostics.filter { !$0.isWarning } }
        public var warnings: [Diagnostic] { diagnostics.filter(\.isWarning) }
    }
}
