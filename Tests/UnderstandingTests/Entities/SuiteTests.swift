import Foundation
import Testing

@testable import Understanding

@Suite("The recogniser suite")
struct SuiteTests {
    /// Beside the project: nobody here wrote it, and it stays out of the repository.
    static let path = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/suites/entities/customer-service.en.ndjson").path

    @Test(
        "at least 85 % of the shared cases pass, and 75 % of each kind",
        .enabled(if: FileManager.default.fileExists(atPath: SuiteTests.path)))
    func passesSharedCases() throws {
        var passed: [String: Int] = [:]
        var total: [String: Int] = [:]
        for line in try String(contentsOfFile: Self.path, encoding: .utf8).split(separator: "\n") {
            let suiteCase = try JSONDecoder().decode(SuiteCase.self, from: Data(line.utf8))
            total[suiteCase.kind, default: 0] += 1
            if suiteCase.agrees(with: SuiteRunner().results(for: suiteCase)) {
                passed[suiteCase.kind, default: 0] += 1
            }
        }
        #expect(total.values.reduce(0, +) == 1_394)
        #expect(passed.values.reduce(0, +) * 100 >= total.values.reduce(0, +) * 85)
        for kind in total.keys.sorted() {
            #expect((passed[kind] ?? 0) * 100 >= (total[kind] ?? 0) * 75, "\(kind)")
        }
    }

    /// Kind, text, what is found as `text=value,…`; the reference is Monday 2026-03-02, noon.
    static let cases: [(String, String, String)] = [
        ("Number", "two hundred and six of 1,250", "two hundred and six=206 1,250=1250"),
        ("Number", "one and a half", "one and a half=1.5"),
        ("Ordinal", "the 22nd and the last", "22nd=22 last=end+0"),
        ("Percent", "five percent, 7%", "five percent=5% 7%=7%"),
        (
            "Currency", "€ 12.50 or 3 million yen",
            "€ 12.50=12.5,Euro,EUR 3 million yen=3000000,Japanese yen,JPY"
        ),
        ("PhoneNumber", "ring +44 20 7946 0958 now", "+44 20 7946 0958=+44 20 7946 0958"),
        ("PhoneNumber", "on 16/04/2010, #20020211895", ""),
        (
            "Email", "write to Jo.Doe@mail.example.org.",
            "jo.doe@mail.example.org=jo.doe@mail.example.org"
        ),
        ("URL", "see example.org/a?b.", "example.org/a?b=example.org/a?b"),
        ("Boolean", "Yup, fine", "yup=true"),
        ("DateTime", "tomorrow at 9pm", "tomorrow at 9pm=2026-03-03T21 2026-03-03 21:00:00"),
        ("DateTime", "on April 3rd", "april 3rd=XXXX-04-03 2025-04-03,XXXX-04-03 2026-04-03"),
        ("DateTime", "three days ago", "three days ago=2026-02-27 2026-02-27"),
        ("DateTime", "for 90 minutes", "90 minutes=PT90M 5400"),
        ("DateTime", "You may call", ""),
        ("DateTime", "in 99999999999999999999 years", ""),
    ]

    @Test("each kind is read on texts of our own", arguments: cases)
    func readsKinds(_ row: (kind: String, text: String, expected: String)) {
        let suiteCase = SuiteCase(
            kind: row.kind, input: row.text, reference: "2026-03-02T12:00:00", results: [])
        let found = SuiteRunner().results(for: suiteCase).map { result in
            "\(result.text)=\(result.value.joined(separator: ","))"
        }.joined(separator: " ")
        #expect(found == row.expected)
    }

    @Test("a case agrees only when count, text, type, value and place agree")
    func comparesEverything() {
        let found = SuiteResult(text: "two", type: "number", value: ["2"], start: 4, end: 6)
        let suiteCase = SuiteCase(
            kind: "Number", input: "all two", reference: nil, results: [found])
        #expect(suiteCase.agrees(with: [found]))
        #expect(!suiteCase.agrees(with: []))
        for change in [\SuiteResult.text, \SuiteResult.type] {
            var other = found
            other[keyPath: change] = "x"
            #expect(!suiteCase.agrees(with: [other]))
        }
        var moved = found
        moved.start = 5
        #expect(!suiteCase.agrees(with: [moved]))
    }

    @Test("noise of every kind is read without a trap")
    func survivesNoise() {
        let seed: UInt64 = 7
        var generator = RobustnessTests.Generator(state: seed)
        let parts: [String] = [
            "1", "9 ", "/", "-", ".", ",", "may ", "the ", "of ", "and ", "a ", "half ", "one ",
            "million ",
            "at ", "pm ", "$", "yen ", "(", ")", "+4", "x", "@", "http://", "next ", "week ",
            "mon ", "%",
            "in ", "two ", "years ", "é", "👍", "12:30 ", "1e", "^", "999999999999999999999", "ago ",
        ]
        let kinds = [
            "Number", "Ordinal", "Percent", "Currency", "PhoneNumber", "Email", "URL", "Boolean",
            "DateTime",
        ]
        for round in 0..<900 {
            let text = (0..<generator.next(below: 25)).map { _ in
                parts[generator.next(below: parts.count)]
            }.joined()
            let suiteCase = SuiteCase(
                kind: kinds[round % kinds.count], input: text, reference: nil, results: [])
            let length = text.unicodeScalars.count
            for result in SuiteRunner().results(for: suiteCase) {
                let start = result.start ?? -1
                let end = result.end ?? -1
                #expect(start >= 0 && start <= end && end < length, "seed \(seed), round \(round)")
            }
        }
    }
}
