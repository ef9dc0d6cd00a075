/// Runs the recogniser suite: what each kind of case finds in its text.
public struct SuiteRunner: Sendable {
    public init() {}

    /// What is found in the case's input; empty for an unknown kind.
    public func results(for suiteCase: SuiteCase) -> [SuiteResult] {
        let text = SuiteText(suiteCase.input)
        switch suiteCase.kind {
        case "Number": return SuiteNumbers(text: text).results()
        case "Ordinal": return SuiteOrdinals(text: text).results()
        case "Percent": return SuiteUnits(text: text).percentages()
        case "Currency": return SuiteUnits(text: text).amounts()
        case "PhoneNumber": return SuitePhones(text: text).results()
        case "Email": return SuiteContacts(text: text).emails()
        case "URL": return SuiteContacts(text: text).urls()
        case "Boolean": return SuiteContacts(text: text).answers()
        case "DateTime": return SuiteDates(text: text, reference: suiteCase.reference).results()
        default: return []
        }
    }
}
