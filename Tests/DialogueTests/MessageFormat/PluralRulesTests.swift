import Dialogue
import Foundation
import Testing

@Suite("plural rules")
struct PluralRulesTests {
    @Test(
        "numbers have the category that CLDR says",
        arguments: [
            ("en", "1", PluralCategory.one), ("en", "1.0", .other), ("en", "2", .other),
            ("de-AT", "1", .one), ("fr", "1.5", .one), ("fr", "1000000", .many),
            ("ja", "1", .other),
            ("pl", "22", .few), ("pl", "12", .many), ("ar", "0", .zero), ("ar", "103", .few),
            ("pt", "0", .one), ("pt-PT", "0", .other), ("xx", "1", .other), ("en", "-1", .one),
        ] as [(String, String, PluralCategory)])
    func cardinals(locale: String, number: String, category: PluralCategory) throws {
        let operands = try #require(PluralOperands(number))
        #expect(PluralRules.category(of: operands, locale: locale, kind: .cardinal) == category)
    }

    @Test(
        "text that is no number has no operands", arguments: ["", "-", "a", "1.2.3", ".5", "1c99"])
    func noNumber(text: String) {
        #expect(PluralOperands(text) == nil)
    }

    @Test("numbers of any length have a category")
    func longNumbers() throws {
        let long = String(repeating: "9", count: 300) + "21"
        let operands = try #require(PluralOperands(long))
        #expect(PluralRules.category(of: operands, locale: "ru", kind: .cardinal) == .one)
        #expect(PluralRules.category(of: operands, locale: "sl", kind: .cardinal) == .other)
    }

    @Test(
        "every sample of every language in CLDR's files has the category it stands under",
        .enabled(if: SharedSuites.messageFormat != nil),
        arguments: [
            ("plurals.xml", PluralRules.Kind.cardinal, 12_219), ("ordinals.xml", .ordinal, 2_583),
        ]
            as [(String, PluralRules.Kind, Int)])
    func samples(file: String, kind: PluralRules.Kind, checks: Int) throws {
        let folder = try #require(SharedSuites.messageFormat)
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        var locales: [String] = []
        var (checked, seen) = (0, 0)
        for line in text.split(separator: "\n") {
            if let names = line.attribute("locales") {
                locales = names.split(separator: " ").map(String.init)
                seen += locales.count
            }
            guard let category = line.attribute("count").flatMap({ PluralCategory(rawValue: $0) })
            else { continue }
            for sample in line.samples {
                let operands = try #require(PluralOperands(sample), "\(sample)")
                for locale in locales {
                    let found = PluralRules.category(of: operands, locale: locale, kind: kind)
                    #expect(found == category, "\(locale) \(sample)")
                    checked += 1
                }
            }
        }
        #expect(seen == PluralRules.languages(kind: kind).count)
        #expect(checked == checks)
    }
}

extension Substring {
    /// The value of an XML attribute on this line.
    fileprivate func attribute(_ name: String) -> String? {
        guard let start = range(of: name + "=\"") else { return nil }
        return self[start.upperBound...].split(separator: "\"").first.map(String.init)
    }

    /// The samples behind `@integer` and `@decimal`, with all that lies in a range.
    fileprivate var samples: [String] {
        guard let start = firstIndex(of: "@"), let end = range(of: "</")?.lowerBound
        else { return [] }
        let items = self[start..<end].split { " ,".contains($0) }
        return items.filter { $0.first?.isNumber == true }.flatMap { item -> [String] in
            let ends = item.split(separator: "~").map(String.init)
            guard ends.count == 2 else { return ends }
            return between(ends[0], ends[1])
        }
    }

    private func between(_ low: String, _ high: String) -> [String] {
        let places = low.split(separator: ".").dropFirst().first?.count ?? 0
        let bare = { (text: String) in Int(text.filter(\.isNumber)) ?? 0 }
        return (bare(low)...bare(high)).map { number in
            guard places > 0 else { return String(number) }
            let digits =
                String(repeating: "0", count: Swift.max(0, places + 1 - String(number).count))
                + String(number)
            return digits.dropLast(places) + "." + digits.suffix(places)
        }
    }
}
