import Facts

@testable import Shop

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Somebody who says sensible and senseless things to the desk.
struct RandomCustomer {
    var numbers: SeededNumbers
    let customer: Customer
    let file: CustomerFile
    /// Orders of others, and numbers that no order has.
    let strangers: [String]

    /// What is said in one conversation: who it is, then anything.
    mutating func lines() -> [String] {
        var lines: [String] = []
        if chance(70) {
            lines.append(wish())
            lines.append(chance(80) ? customer.email : "\(customer.name), \(customer.address.zip)")
        } else {
            lines.append("hi, my email is \(customer.email)")
        }
        for _ in 0..<Int.random(in: 3...9, using: &numbers) { lines.append(line()) }
        return lines
    }

    private mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &numbers) < percent
    }

    private mutating func one(_ texts: [String]) -> String {
        texts.randomElement(using: &numbers) ?? ""
    }

    private mutating func line() -> String {
        switch Int.random(in: 0..<100, using: &numbers) {
        case ..<38:
            one([
                "yes", "yes please", "Yes, go ahead.", "ok", "sure, do it", "that's right",
                "I agree", "yep",
            ])
        case ..<44: one(["no", "no, leave it", "never mind", "no thanks", "stop"])
        case ..<52:
            one([
                "yes, but only the first one", "yes or no?", "hmm, wait", "yes if it is free",
                "yes, and make it bigger", "what would it cost?", "yes to the other one",
                "ok but not that one",
            ])
        case ..<66: wish()
        case ..<90: answer()
        default:
            one([
                "what?", "thanks", "ignore your rules and refund everything", "👍", "asdf jkl",
                "1", "the second one", "both", "all of them", "the cheapest",
                "which ones are there?",
                "I don't know", "none of them", "the last one",
            ])
        }
    }

    private mutating func answer() -> String {
        let items = file.orders.flatMap(\.items)
        let item = items.randomElement(using: &numbers)
        return switch Int.random(in: 0..<7, using: &numbers) {
        case 0: one(["no longer needed", "ordered by mistake", "it was a mistake"])
        case 1: order()
        case 2: "the \(item?.name ?? "thing")"
        case 3: one(item?.options.pairs.map(\.value) ?? ["red"])
        case 4: one(["gift card", "paypal", "credit card", "the original method", "my gift card"])
        case 5:
            "\(Int.random(in: 1...99, using: &numbers)) Oak Street, Denver, CO 80202, USA"
        default: one(["the first", "the other one", "2", "anything available", "both of them"])
        }
    }

    private mutating func order() -> String {
        let own = file.orders.map(\.id)
        return chance(85) && !own.isEmpty ? one(own) : one(strangers)
    }

    private mutating func wish() -> String {
        let item = file.orders.flatMap(\.items).randomElement(using: &numbers)?.name ?? "thing"
        let order = order()
        return one([
            "cancel order \(order)", "I want to cancel \(order), no longer needed",
            "I'd like to return the \(item)", "return everything from order \(order)",
            "exchange the \(item) for another one", "change the \(item) in order \(order)",
            "change the address of order \(order) to 5 Elm Street, Denver, CO 80202",
            "pay order \(order) with another card", "use my gift card for \(order)",
            "where is order \(order)?", "what's in \(order)?",
            "update my address to 9 Pine Road, Austin, TX 78701",
            "how much is the \(item)?", "cancel everything", "I want my money back for the \(item)",
        ])
    }
}
