import Testing

@testable import Rehearsal

@Suite("the canonical form of transcripts")
struct CanonicalTests {
    static let messy = """
        run: en,de
        title:   Two
        # About the start.
        start: 2026-03-02  09:14   Europe/Berlin


        # About the case.
        ===   One
        given:  shop.order( order_id=1042 )  x3 -> timeout
        customer[en]: hi
        customer[de]: hallo
        bot=:  greeting.hello   name="Mara"
            | greeting.hello
         ?  state   =  idle
        # Later.


        +25h
        @  2026-03-04 10:00
        bot*:\u{20}
          !  shop.cancel( order=1 )x2->ok
        === Two
        customer: bye\u{20}\u{20}

        bot: bye
        """

    @Test("keys in order, one blank line before a case, times and calls as they are always written")
    func canonical() throws {
        let transcript = try Transcript(text: Self.messy, file: "a.talk")
        let text = CanonicalTalk.text(of: transcript)
        #expect(
            text == """
                title: Two
                # About the start.
                start: 2026-03-02 09:14 Europe/Berlin
                run: en, de

                # About the case.
                === One
                given: shop.order(order_id=1042) -> timeout x3
                customer[en]: hi
                customer[de]: hallo
                bot=: greeting.hello name=Mara
                  | greeting.hello
                  ? state = idle

                # Later.
                +1d 1h
                @ 2026-03-04 10:00
                bot*:
                  ! shop.cancel(order=1) x2 -> ok

                === Two
                customer: bye
                bot: bye

                """)
        let again = try Transcript(text: text, file: "a.talk")
        #expect(CanonicalTalk.text(of: again) == text)
        #expect(again.header == transcript.header)
        #expect(again.cases.map(\.turns.count) == transcript.cases.map(\.turns.count))
    }

    @Test("the shipped transcripts are in it; else run: triage replay --format")
    func shipped() throws {
        for transcript in try ShippedPack.transcripts() {
            let text = transcript.lines.joined(separator: "\n") + "\n"
            #expect(CanonicalTalk.text(of: transcript) == text, "\(transcript.file)")
        }
    }
}
