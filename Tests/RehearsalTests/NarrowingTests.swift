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
        bot: There are 3 to choose from. Which base: clamp or stand?
        bot!: {*}1.{*}
        customer: the white one
        bot=: exchange_item.ask_method
        """

    @Test("is asked about by the attribute that splits it best")
    func narrows() throws {
        var handbook = try ShippedPack.read().handbook
        handbook.book.limits.listed = 2
        let transcript = try Transcript(text: Self.text, file: "narrow.talk")
        let results = Rehearsal(handbook: handbook).play(transcript)
        for result in results { #expect(result.isPassed, "\(TextReport.text(of: result))") }
    }
}
