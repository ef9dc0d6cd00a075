import Facts

/// The tickets that are not closed, by sequence and by id.
///
/// A table with open addressing: every command looks its ticket up a dozen times, and sequences are
/// the desk's own numbers, which need no hash that withstands an attacker. An id says its sequence
/// (`T-1042` is the 42nd ticket of a desk that counts from 1001); only an id that does not, because
/// the plan has counted from another number since, is listed.
struct TicketBook: Sendable {
    private struct Slot: Sendable {
        var sequence = 0
        /// nil in an empty slot.
        var ticket: Shared<Ticket>?
    }

    /// A power of two, at least twice as many as there are tickets.
    private var slots = Array(repeating: Slot(), count: 8)
    /// 64 minus the binary logarithm of the number of slots.
    private var shift: UInt64 = 61
    private(set) var count = 0
    /// The sequences of the ids that do not say theirs.
    private var strays: [String: Int] = [:]
    /// The number in the id of the ticket with the sequence 1.
    private let firstNumber: Int

    init(firstNumber: Int) {
        self.firstNumber = firstNumber
    }

    /// In ascending order.
    var sequences: [Int] { slots.filter { $0.ticket != nil }.map(\.sequence).sorted() }

    /// By sequence.
    var tickets: [Shared<Ticket>] {
        slots.filter { $0.ticket != nil }.sorted { $0.sequence < $1.sequence }
            .compactMap(\.ticket)
    }

    subscript(sequence: Int) -> Shared<Ticket>? { slots[position(of: sequence)].ticket }

    /// The sequence of the ticket with that id; nil when there is none.
    func sequence(of id: String) -> Int? {
        if !strays.isEmpty, let stray = strays[id] { return stray }
        guard let sequence = sequence(saidBy: id), self[sequence]?.id == id else { return nil }
        return sequence
    }

    /// Changes a ticket in place, but neither its id nor its sequence; false when there is none.
    @discardableResult
    mutating func update(_ sequence: Int, _ change: (inout Ticket) -> Void) -> Bool {
        slots[position(of: sequence)].ticket?.update(change) != nil
    }

    /// Puts a ticket in, in place of one of its sequence.
    mutating func insert(_ ticket: Shared<Ticket>) {
        let sequence = ticket.sequence
        if self[sequence] == nil {
            if 2 * (count + 1) > slots.count { grow() }
            count += 1
        }
        if self.sequence(saidBy: ticket.id) != sequence { strays[ticket.id] = sequence }
        slots[position(of: sequence)] = Slot(sequence: sequence, ticket: ticket)
    }

    mutating func remove(_ sequence: Int) {
        var hole = position(of: sequence)
        guard let ticket = slots[hole].ticket else { return }
        if !strays.isEmpty, strays[ticket.id] == sequence { strays[ticket.id] = nil }
        slots[hole] = Slot()
        count -= 1
        // What stands behind the hole because of it moves up.
        var next = following(hole)
        while slots[next].ticket != nil {
            let mask = slots.count - 1
            let way = (next - home(of: slots[next].sequence)) & mask
            if way >= (next - hole) & mask {
                slots.swapAt(hole, next)
                hole = next
            }
            next = following(next)
        }
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: 2 * old.count)
        shift -= 1
        for slot in old where slot.ticket != nil { slots[position(of: slot.sequence)] = slot }
    }

    /// Where the ticket is, else where it would be put.
    private func position(of sequence: Int) -> Int {
        var position = home(of: sequence)
        while slots[position].ticket != nil, slots[position].sequence != sequence {
            position = following(position)
        }
        return position
    }

    /// Multiplied by 2⁶⁴ over the golden ratio (Knuth), numbers in a row lie far apart.
    private func home(of sequence: Int) -> Int {
        Int(
            truncatingIfNeeded: (UInt64(bitPattern: Int64(sequence)) &* 0x9E37_79B9_7F4A_7C15)
                >> shift)
    }

    private func following(_ position: Int) -> Int { (position + 1) & (slots.count - 1) }

    private func sequence(saidBy id: String) -> Int? {
        var id = id
        let number = id.withUTF8 { bytes -> Int? in
            guard bytes.count <= 20, bytes.count >= 2, bytes[0] == UInt8(ascii: "T"),
                bytes[1] == UInt8(ascii: "-")
            else { return nil }
            var number = 0
            for index in 2..<bytes.count {
                let byte = bytes[index]
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
            }
            return number
        }
        return number.map { $0 &- firstNumber &+ 1 }
    }
}
