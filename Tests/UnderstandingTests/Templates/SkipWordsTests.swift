import Testing

@testable import Understanding

@Suite("Skip words")
struct SkipWordsTests {
    private func removed(
        _ words: [String], from text: String, ignoresBlanks: Bool = false
    ) -> String? {
        let skipWords = SkipWords(
            words.map { TemplateText.folded($0, .letterCase, ignoresBlanks: ignoresBlanks) },
            ignoresBlanks: ignoresBlanks)
        var read = TemplateText()
        for (place, scalar) in text.unicodeScalars.enumerated() {
            read.append(scalar.value, start: place, end: place + 1)
        }
        return skipWords.removed(from: read).map { rest in
            rest.scalars.compactMap(Unicode.Scalar.init).reduce(into: "") {
                $0.unicodeScalars.append($1)
            }
        }
    }

    @Test(
        "whole words go with a blank, the longest first",
        arguments: [
            (["please"], "please stop it please", "stop it"),
            (["please"], "pleased to meet you", nil),
            (["thank you", "you"], "thank you for it you", "for it"),
            (["could you"], "could he", nil),
            (["hi", "my dear"], "my hi dear friend", "my dear friend"),
            (["hi"], "hi", ""),
            ([], "hi", nil),
        ] as [([String], String, String?)])
    func words(words: [String], text: String, rest: String?) {
        #expect(removed(words, from: text) == rest)
    }

    @Test("where blanks are ignored a word goes wherever it stands")
    func anywhere() {
        #expect(removed(["すみません", "を"], from: "すみません注文を見る", ignoresBlanks: true) == "注文見る")
        #expect(removed(["すみません"], from: "すみま", ignoresBlanks: true) == nil)
    }
}
