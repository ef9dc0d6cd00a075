/// The six plural categories of CLDR.
public enum PluralCategory: String, Sendable, CaseIterable {
    case zero, one, two, few, many, other
}
