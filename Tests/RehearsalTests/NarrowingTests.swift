import Dialogue
import Rehearsal
import Testing
import Triage

@Suite("A list that is too long to be read")
struct NarrowingTests {
    private static let text = """
        title: Many versions
        world: demo-shop
        start: 2026-03-02 09:14 Europe/Berlin
        customer: c-77 verified
        lang: en

        === By what they share, then the few that are left
        customer: I want to exchange the lamp from order 1024
        bot: There are 2 to choose from. Which base: clamp or stand?
        bot!: {*}1.{*}
        customer: the white one
        bot=: exchange_item.ask_method
        """

    @Test("is asked about by the attribute that splits it best")
    func narrows() throws {
        var handbook = try ShippedPack.read().handbook
        handbook.book.limits.listed = 1
        let transcript = try Transcript(text: Self.text, file: "narrow.talk")
        let results = Rehearsal(handbook: handbook).play(transcript)
        for result in results { #expect(result.isPassed, "\(TextReport.text(of: result))") }
    }

    @Test(
        "a changed pack that has no such thing is a failure with its cure",
        arguments: [
            "limits.lists=2", "cancel_order.why.digress=never", "cancel_order.x.optional=true",
        ]
    )
    func unknownSetting(setting: String) throws {
        let text = Self.text.replacing("lang: en", with: "lang: en\nwith: " + setting)
        let transcript = try Transcript(text: text, file: "narrow.talk")
        let results = Rehearsal(handbook: try ShippedPack.read().handbook).play(transcript)
        let problems = results.flatMap(\.failures).flatMap(\.problems)
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("'\(setting)' is nothing of the pack; write ") == true)
    }
}
