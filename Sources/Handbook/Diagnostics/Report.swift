import Facts

/// Collects the mistakes of one reading.
final class Report {
    private var seen: Set<Diagnostic> = []

    /// Everything reported so far, sorted, each once.
    var diagnostics: [Diagnostic] { seen.sorted() }

    func add(_ diagnostics: [Diagnostic]) { seen.formUnion(diagnostics) }

    func error(_ code: Diagnostic.Code, at place: Place, _ message: String, cure: String) {
        seen.insert(Diagnostic(code, at: place, message, cure: cure))
    }

    func warning(_ code: Diagnostic.Code, at place: Place, _ message: String, cure: String) {
        seen.insert(Diagnostic(code, at: place, message, cure: cure, isWarning: true))
    }

    /// A name that is not among the declared ones: the nearest one is the cure, else `otherwise`.
    func unknown(
        _ code: Diagnostic.Code, at place: Place, _ what: String, _ name: String,
        among names: some Sequence<String>, otherwise cure: String
    ) {
        error(
            code, at: place, "\(what) '\(name)' is not declared",
            cure: suggestion(for: name, among: names) ?? cure)
    }
}

/// `did you mean 'order_id'?`, or nil where nothing is near.
func suggestion(for name: String, among names: some Sequence<String>) -> String? {
    nearestName(to: name, among: names).map { "did you mean '\($0)'?" }
}
