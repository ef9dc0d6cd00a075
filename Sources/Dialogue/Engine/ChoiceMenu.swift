import Facts
import Understanding

/// Choices as numbered lines: the name, what tells them apart, the price.
struct ChoiceMenu {
    let offers: [TurnRun.Offer]
    /// Every choice, of which some may have been ruled out already.
    let all: [TurnRun.Offer]
    /// The customer may call a choice by its id (an order's number), so it is shown.
    let showsIDs: Bool
    let book: DialogueBook
    let language: String
    /// Read aloud: amounts in words.
    let isSpoken: Bool

    /// `1. Halo floor lamp (black), €79.00`, one line each; a single choice has no number.
    var text: String {
        let lines = offers.map(line)
        guard lines.count > 1 else { return lines.first ?? "" }
        // Heard one after the other; "the second" needs no number before it.
        if isSpoken { return lines.map { "\n\($0)" }.joined() }
        return lines.enumerated().map { "\n\($0 + 1). \($1)" }.joined()
    }

    private func line(_ offer: TurnRun.Offer) -> String {
        let id = showsIDs ? "\(offer.choice.id): " : ""
        let details = telling.compactMap { name in
            offer.choice.attributes.first { $0.name == name }.map { detail($0) }
        }
        let detailText = details.isEmpty ? "" : " (\(details.joined(separator: ", ")))"
        let words = SaidByShop(book: book, language: language, isSpoken: isSpoken)
        let price = offer.choice.price.map { ", " + words.price($0) } ?? ""
        return id + words.text(offer.choice.name) + detailText + price
    }

    init(
        offers: [TurnRun.Offer], among all: [TurnRun.Offer], showsIDs: Bool, book: DialogueBook,
        language: String, isSpoken: Bool
    ) {
        self.offers = offers
        self.all = all
        self.showsIDs = showsIDs
        self.book = book
        self.language = language
        self.isSpoken = isSpoken
    }

    /// The attributes that tell equal names apart, also from the one that the customer has: options that are not
    /// the same for all. Of those that are left when "leather" was said, each still shows that it is leather.
    private var telling: [String] {
        let names = Set(offers.map(\.choice.name))
        let alike = all.filter { names.contains($0.choice.name) }
        guard !showsIDs, names.count < max(alike.count, offers.count) || all.count == 1 else {
            return []
        }
        let options = offers.first?.record["options"]?.record?.names ?? []
        // The only one there is: which one is told by all of it.
        guard all.count > 1 else { return options }
        return options.filter { name in
            let values = all.map { offer in
                offer.choice.attributes.first { $0.name == name }?.value
            }
            return Set(values).count > 1
        }
    }

    /// `yes` and `no` say nothing without the attribute's name.
    private func detail(_ attribute: Choice.Attribute) -> String {
        let plain = ["yes", "no", "none"].contains(attribute.value)
        return plain ? "\(attribute.name): \(attribute.value)" : attribute.value
    }
}
