import Testing
import Understanding

private func grammar(
    _ sentences: [String], rules: [String: String] = [:], lists: [String: SlotList] = [:],
    skipWords: [String] = [], words: [String: [String: Double]] = [:], ignoresBlanks: Bool = false
) -> GrammarSource {
    let intents = sentences.enumerated().map { index, sentence in
        GrammarSource.Intent(name: "\(index)", blocks: [Block(sentences: [sentence])])
    }
    return GrammarSource(
        language: "en", settings: GrammarSource.Settings(ignoresWhiteSpace: ignoresBlanks),
        skipWords: skipWords, lists: lists, expansionRules: rules, intents: intents,
        rangeWords: words)
}

private func accepts(_ template: String, _ text: String) throws -> Bool {
    try GrammarMatcher(grammar([template])).match(text) != nil
}

@Suite("Sentence templates")
struct GrammarMatcherTests {
    @Test(
        "the grammar accepts",
        arguments: [
            ("turn on", "turn on"), ("turn on", "  Turn   ON. "), ("[please] turn on", "turn on"),
            ("[please] turn on", "please turn on"), ("turn (on|off)", "turn off"),
            ("turn(s|ed|ing) on", "turning on"), ("turn [it] on [now]", "turn on"),
            ("(set; the light; [now])", "the light set"),
            ("(set; the light; [now])", "now set the light"),
            ("schalte[ das] licht an", "schalte licht an"), ("a [b [c [d]]] e", "a b c e"),
            ("a\\[b\\]", "a[b]"), ("what's up", "what’s up"), ("été", "e\u{301}te\u{301}"),
            ("is it on?", "is it on"), ("istanbul", "İSTANBUL"), ("ısı", "ISI"),
            ("turn on|switch on", "switch on"), ("a ( |-)b", "a -b"),
        ] as [(String, String)])
    func accepted(_ template: String, _ text: String) throws {
        #expect(try accepts(template, text))
    }

    @Test(
        "the grammar refuses",
        arguments: [
            ("turn on", "turn on it"), ("turn on", "turnon"), ("turn [it] on", "turn it"),
            ("turn (on|off)", "turn"), ("(set; the light)", "set"), ("(set; the light)", "set set"),
            ("schalte[ das] licht an", "schaltelicht an"), ("turn(s|ed)", "turn"), ("on", ""),
        ] as [(String, String)])
    func refused(_ template: String, _ text: String) throws {
        #expect(try !accepts(template, text))
    }

    @Test("lists give their output, ranges their number in digits and words, wildcards their text")
    func slots() throws {
        let lists: [String: SlotList] = [
            "color": .values([SlotValue("red[dish]", output: .text("r")), SlotValue("blue")]),
            "level": .range(SlotRange(from: 0, to: 100, multiplier: -1)),
            "half": .range(SlotRange(from: 0, to: 10, fractions: .halves)),
            "rest": .wildcard,
        ]
        let words = ["level": ["twenty one": 21.0, "twenty": 20.0, "thousand": 1000.0]]
        let matcher = try GrammarMatcher(
            grammar(
                [
                    "paint {color}", "dim by {level:step}[ ]%", "set {half}",
                    "say {rest} (to|at) {rest:whom}",
                ],
                lists: lists, words: words))
        #expect(matcher.match("paint reddish")?.slots == ["color": .text("r")])
        #expect(matcher.match("paint blue")?.slots == ["color": .text("blue")])
        #expect(matcher.match("paint green") == nil)
        #expect(matcher.match("dim by twenty one %")?.slots == ["step": .number(-21)])
        #expect(matcher.match("dim by 20%")?.slots == ["step": .number(-20)])
        #expect(matcher.match("dim by 101%") == nil)
        #expect(matcher.match("dim by thousand%") == nil)
        #expect(matcher.match("set 2.5")?.slots == ["half": .number(2.5)])
        #expect(matcher.match("set 2.4") == nil)
        #expect(
            matcher.match("say Hi to all to Ann")?.slots
                == ["rest": .text("Hi"), "whom": .text("all to Ann")])
        #expect(matcher.match("say to Ann") == nil)
    }

    @Test("lists of the case replace those of the grammar, and the longest preferred slot wins")
    func overlay() throws {
        let source = grammar(
            ["[turn] [the] {name} [light] on", "[turn] {area} light on", "turn {x} on"],
            lists: ["name": .values([SlotValue("old")]), "x": .wildcard])
        let matcher = try GrammarMatcher(source).with([
            "name": .values([SlotValue("kitchen"), SlotValue("Kitchen Light", output: .text("k1"))]
            ),
            "area": .values([SlotValue("Kitchen")]),
        ])
        let match = matcher.match("turn kitchen light on", preferring: "name")
        #expect(match == GrammarMatch(intent: "0", combination: nil, slots: ["name": .text("k1")]))
        #expect(matcher.match("turn old on")?.intent == "2")
        #expect(try GrammarMatcher(source).match("turn old on", preferring: "name")?.intent == "0")
    }

    @Test(
        "every script is matched alike: suffixes after a list, points, joiners, no word breaks",
        arguments: [
            ("sytytä {place}n valot", "Sytytä Keittiön valot", "Keittiö"),
            ("{place}de ışığı aç", "SALONDE IŞIĞI AÇ", "salon"),
            ("הדלק את האור ב{place}", "הדלק את האור בסלון.", "סלון"),
            ("أضئ {place}", "أضئ المطبخ؟", "المطبخ"),
            ("چراغ {place} را روشن می\u{200C}کنم", "چراغ اتاق را روشن می\u{200C}کنم", "اتاق"),
            ("เปิดไฟ{place}", "เปิดไฟครัว", "ครัว"),
            ("{place} की बत्ती जलाओ", "रसोई की बत्ती जलाओ।", "रसोई"),
            ("увімкни {place}", "УВІМКНИ К’ют", "к\u{2BC}ют"),
            ("{place} 불 켜", "주방 불 켜", "주방"),
            ("mở đèn {place}", "Mở đèn bê\u{301}p", "bếp"),
        ] as [(String, String, String)])
    func scripts(_ template: String, _ text: String, _ place: String) throws {
        let matcher = try GrammarMatcher(
            grammar([template], lists: ["place": .values([SlotValue(place)])]))
        #expect(matcher.match(text)?.slots == ["place": .text(place)])
    }

    @Test("numbers are read in the digits of every script")
    func digits() throws {
        let matcher = try GrammarMatcher(
            grammar(["{n}%"], lists: ["n": .range(SlotRange(from: 0, to: 100))]))
        for text in ["20%", "٢٠%", "२०%", "２０％"] {
            #expect(matcher.match(text)?.slots == ["n": .number(20)], "\(text)")
        }
    }

    @Test("a list value that is no template is plain text, and punctuation at its edges is dropped")
    func plainValues() throws {
        let source = grammar(["call {who}"])
        let matcher = try GrammarMatcher(source).with([
            "who": .values([SlotValue("Ann (work"), SlotValue("Dr. House")])
        ])
        #expect(matcher.match("call ann (work")?.slots == ["who": .text("Ann (work")])
        #expect(matcher.match("Call Dr. House!")?.slots == ["who": .text("Dr. House")])
    }

    @Test("context must be there, or be brought by a value; excluded context must not")
    func context() throws {
        let lamp = SlotValue("lamp", context: ["domain": .text("light")])
        let door = SlotValue("door", context: ["domain": .text("cover")])
        let light = ContextRule(values: [.text("light"), .text("fan")])
        let here = ContextRule(values: [], fillsSlot: true)
        let blocks = [
            Block(combination: "a", sentences: ["open {name}"], requiredContext: ["domain": light]),
            Block(combination: "b", sentences: ["open {name}"], excludedContext: ["domain": light]),
            Block(
                combination: "c", sentences: ["all on"], slots: ["domain": .text("light")],
                requiredContext: ["area": here]),
        ]
        let source = GrammarSource(
            language: "en", lists: ["name": .values([lamp, door])],
            intents: [GrammarSource.Intent(name: "i", blocks: blocks)])
        let matcher = try GrammarMatcher(source)
        #expect(matcher.match("open lamp")?.combination == "a")
        #expect(matcher.match("open door")?.combination == "b")
        #expect(matcher.match("open lamp", context: ["domain": .text("cover")])?.combination == "a")
        #expect(matcher.match("all on") == nil)
        #expect(
            matcher.match("all on", context: ["area": .text("Kitchen")])?.slots
                == ["area": .text("Kitchen"), "domain": .text("light")])
    }

    @Test("rules and lists of a block win over the grammar's, inside rules too")
    func localRules() throws {
        var source = grammar([], rules: ["thing": "global", "phrase": "the <thing>"])
        source.intents = [
            GrammarSource.Intent(
                name: "local",
                blocks: [
                    Block(
                        sentences: ["take <phrase> {size}"], expansionRules: ["thing": "local"],
                        lists: ["size": .values([SlotValue("big")])])
                ]),
            GrammarSource.Intent(name: "global", blocks: [Block(sentences: ["take <phrase>"])]),
        ]
        let matcher = try GrammarMatcher(source)
        #expect(matcher.match("take the local big")?.intent == "local")
        #expect(matcher.match("take the global")?.intent == "global")
        #expect(matcher.match("take the global big") == nil)
    }

    @Test("the text with its skip words is tried first")
    func skipWords() throws {
        let matcher = try GrammarMatcher(
            grammar(
                ["say {text}", "stop"], lists: ["text": .wildcard],
                skipWords: ["please", "can you"]))
        #expect(matcher.match("say please stop")?.slots == ["text": .text("please stop")])
        #expect(matcher.match("can you stop, please?")?.intent == "1")
        #expect(matcher.match("pleasestop") == nil)
    }

    @Test("without white space, blanks count nowhere, but captures keep them")
    func ignoredBlanks() throws {
        let matcher = try GrammarMatcher(
            grammar(["播放 {song} [吧]"], lists: ["song": .wildcard], ignoresBlanks: true))
        #expect(matcher.match("播 放hello world吧")?.slots == ["song": .text("hello world")])
    }

    @Test("rows of optionals, nested doublings and wildcards cost little")
    func hostileGrammars() throws {
        let row = String(repeating: "[a] ", count: 64) + "b"
        let text = String(repeating: "a ", count: 40)
        let optionals = try GrammarMatcher(grammar([row]))
        #expect(optionals.match(text + "b") != nil)
        #expect(optionals.match(text + "c b") == nil)
        var rules: [String: String] = ["r0": "[a]"]
        for level in 1...14 { rules["r\(level)"] = "<r\(level - 1)> <r\(level - 1)>" }
        let doubled = try GrammarMatcher(grammar(["<r14> b"], rules: rules))
        #expect(doubled.match(text + "b") != nil)
        #expect(doubled.match(text + "c b") == nil)
        let wild = try GrammarMatcher(
            grammar(["{x} a {x} a {x} a {x} b"], lists: ["x": .wildcard]))
        #expect(wild.match(String(repeating: "a ", count: 400) + "b") != nil)
        #expect(wild.match(String(repeating: "a ", count: 400) + "c") == nil)
    }

    @Test(
        "a mistake says where it is, what it is and what to do",
        arguments: [
            ("x <loop>", 2, "in <loop>: <loop> contains itself; write it without recursion"),
            ("x <lop>", 2, "rule 'lop' is not declared; did you mean 'loop'?"),
            (
                String(repeating: "(", count: 70), 64,
                "brackets are nested deeper than 64; use <rules>"
            ),
            ("(a;b;c;d;e;f;g;h;i;j;k)", 0, "11 items in any order are too many; at most 10"),
            ("{:x}", 0, "a slot needs a name; write {list} or {list:slot}"),
        ] as [(String, Int, String)])
    func mistakes(_ template: String, _ offset: Int, _ message: String) {
        let source = grammar([template], rules: ["loop": "a [<loop>]"])
        let error = GrammarError(
            place: template, error: TemplateError(offset: offset, message: message))
        do {
            _ = try GrammarMatcher(source)
            Issue.record("the grammar was accepted")
        } catch {
            #expect(
                error.errors == [
                    GrammarError(
                        place: template, error: TemplateError(offset: offset, message: message))
                ])
        }
        #expect(GrammarSuite(source).mistakes == [error])
    }
}
