import Facts
import Testing

@testable import Desk

@Suite("The book of tickets")
struct TicketBookTests {
    @Test(
        "it holds what a dictionary holds, as tickets come and go",
        arguments: [1, 2, 3] as [UInt64])
    func againstDictionary(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var book = TicketBook(firstNumber: 1001)
        var model: [Int: String] = [:]
        // Sequences of a desk that grows, of any store, and from far apart.
        let ranges = [1...500, -40...40, (Int.max - 50)...Int.max, Int.min...(Int.min + 50)]
        for step in 0..<8000 {
            let sequence = Int.random(in: ranges[step % 7 < 4 ? 0 : step % 4], using: &random)
            // First it grows, then it shrinks to nothing.
            if Int.random(in: 0..<100, using: &random) < (step < 4000 ? 80 : 15) {
                let summary = "step \(step)"
                if !book.update(sequence, { $0.summary = summary }) {
                    book.insert(Shared(ticket(sequence, summary: summary)))
                }
                model[sequence] = summary
            } else {
                let gone = model.keys.sorted().randomElement(using: &random) ?? sequence
                book.remove(gone)
                model[gone] = nil
            }
            #expect(book[sequence]?.summary == model[sequence], "seed \(seed) step \(step)")
            guard step % 200 == 0 else { continue }
            #expect(book.sequences == model.keys.sorted(), "seed \(seed) step \(step)")
            #expect(book.tickets.map(\.sequence) == book.sequences)
            #expect(book.count == model.count)
            for (sequence, summary) in model {
                #expect(book[sequence]?.summary == summary, "seed \(seed) step \(step)")
                #expect(book.sequence(of: id(sequence)) == sequence, "seed \(seed) step \(step)")
            }
        }
    }

    @Test("an id finds its ticket whether or not it says the sequence, and nothing else finds one")
    func ids() {
        var book = TicketBook(firstNumber: 1001)
        book.insert(Shared(ticket(42)))
        for (sequence, id) in [(43, "T-43"), (44, "shop/44"), (45, "T-01045"), (46, "")] {
            var other = ticket(sequence)
            other.id = id
            book.insert(Shared(other))
            #expect(book.sequence(of: id) == sequence)
        }
        let strangers = [
            "T-1043", "T-1044", "T-1046", "T-01042", "T-+1042", "T-1042 ", "t-1042", "T-", "T--42",
            "T-10420000000000000000000", "T-٤٢", "1042",
        ]
        for id in strangers { #expect(book.sequence(of: id) == nil, "\(id)") }
        for sequence in 42...46 { book.remove(sequence) }
        for id in ["T-1042", "T-43", "shop/44", "T-01045", ""] {
            #expect(book.sequence(of: id) == nil, "\(id)")
        }
    }

    @Test("of two tickets with one id, as after a change of the first number, the later is found")
    func sameID() {
        var book = TicketBook(firstNumber: 1001)
        book.insert(Shared(ticket(1)))
        var later = ticket(1001)
        later.id = "T-1001"
        book.insert(Shared(later))
        #expect(book.sequence(of: "T-1001") == 1001)
        book.remove(1001)
        #expect(book.sequence(of: "T-1001") == 1)
    }

    @Test("a copy does not change with the original")
    func valueSemantics() {
        var book = TicketBook(firstNumber: 1001)
        book.insert(Shared(ticket(1, summary: "before")))
        let copy = book
        book.update(1) { $0.summary = "after" }
        book.insert(Shared(ticket(2)))
        #expect(copy[1]?.summary == "before")
        #expect(copy.count == 1 && copy[2] == nil)
        #expect(book[1]?.summary == "after")
    }

    private func id(_ sequence: Int) -> String { "T-\(sequence &+ 1000)" }

    private func ticket(_ sequence: Int, summary: String = "") -> Ticket {
        let now = Fixture.start
        return Ticket(
            id: id(sequence), sequence: sequence, conversation: "c\(sequence)", customer: Record(),
            queue: "general", serviceClass: "normal", reasons: [], summary: summary, open: [],
            done: [], slots: Record(), tags: [], frozen: [], state: .queued, epoch: 0,
            createdAt: now, queuedAt: now, waitingSince: now, stateSince: now, targets: [],
            receipts: [], widened: [], declinedBy: [], failedOffers: 0, notes: [], drafts: [],
            history: [])
    }
}
