import Testing

@testable import Understanding

private let desk = PickingDesk()

private let phones: [Choice] = [
    choice("p1", "Smartphone", "ram: 4GB; storage: 128GB; screen size: 5.8-inch"),
    choice("p2", "Smartphone", "ram: 8GB; storage: 128GB; screen size: 5.8-inch"),
    choice("p3", "Smartphone", "ram: 4GB; storage: 256GB; screen size: 6.5-inch"),
    choice("p4", "Smartphone", "ram: 16GB; storage: 256GB; screen size: 6.5-inch"),
]

@Suite struct AmountTests {
    /// "Double the RAM" of what the customer has, which is 4 GB.
    @Test(arguments: [
        ("double the ram", "en", "one 1"), ("with twice as much RAM", "en", "one 1"),
        ("mit doppelt so viel RAM", "de", "one 1"), ("double the storage please", "en", "one 2 3"),
        ("half the ram", "en", "none "),
    ])
    func multiple(text: String, language: String, picked: String) {
        #expect(desk.pick(text, phones, language, reference: phones[0]) == picked)
    }

    /// One digit says something beside the option's name only; by itself it is a place in the list.
    @Test(arguments: [
        ("RAM: 8", "one 1"), ("I'd like it with 8 ram", "one 1"), ("ram (8)", "one 1"),
        ("4", "one 3"), ("in 8 days", "none "),
    ])
    func digit(text: String, picked: String) {
        #expect(desk.pick(text, phones) == picked)
    }

    /// One step of a size, and what a value denies.
    @Test(arguments: [
        ("one size up", "one 1"), ("the next size up please", "one 1"),
        ("not waterproof", "one 2"), ("without water resistance", "one 2"),
    ])
    func step(text: String, picked: String) {
        let beds = [
            choice("b1", "Bed", "size: small; water resistance: IPX7"),
            choice("b2", "Bed", "size: medium; water resistance: IPX7"),
            choice("b3", "Bed", "size: small; water resistance: not resistant"),
            choice("b4", "Bed", "size: large; water resistance: IPX7"),
        ]
        #expect(desk.pick(text, beds, reference: beds[0]) == picked)
    }

    /// Behind the option's name "none" is its value.
    @Test(arguments: [
        ("keyboard: switch type linear, backlight: none", "one 1"),
        ("switch type linear, no backlight", "one 1"), ("backlight: RGB", "one 0"),
    ])
    func none(text: String, picked: String) {
        let keyboards = [
            choice("k1", "Keyboard", "switch type: linear; backlight: RGB"),
            choice("k2", "Keyboard", "switch type: linear; backlight: none"),
            choice("k3", "Keyboard", "switch type: clicky; backlight: none"),
        ]
        #expect(desk.pick(text, keyboards) == picked)
    }
}
