import Facts
import Understanding

/// Records that customers give in parts: "Ivan" – "Santos"; a street, then its city. What is known so far is kept in
/// the frame (`begun`), and the question goes on for the rest.
extension TurnRun {
    /// The slot's record with what was just said; nil while a part is lacking.
    func whole(_ slot: Slot, with said: Record?) -> Record? {
        let record = begunRecord(of: slot).merging(said ?? Record())
        return isWhole(record, for: slot) ? record : nil
    }

    /// No part of the slot's type is lacking; a type without parts is always whole.
    func isWhole(_ record: Record?, for slot: Slot) -> Bool {
        parts(of: slot).allSatisfy { record?[$0.name] != nil }
    }

    /// Which part is asked for, once others are known: its own count of tries, and the reply.
    func partQuestion(of slot: Slot) -> (id: String, reply: String)? {
        guard !begunRecord(of: slot).names.isEmpty, let part = missingPart(of: slot),
            let reply = slot.parts[part.name]
        else { return nil }
        return ("\(slot.id).\(part.name)", reply)
    }

    /// Before the slot is asked: the parts that earlier words gave.
    mutating func gatherParts(of slot: Slot) {
        guard !parts(of: slot).isEmpty, begunRecord(of: slot).names.isEmpty,
            let frame = state.stack.last, !frame.stale.contains(slot.id)
        else { return }
        var readings = slot.sources.contains(.message) ? frame.utterances.reversed() : []
        while !readings.isEmpty {
            let reading = interpretation(of: readings.removeFirst())
            if begin(slot, with: saidParts(of: slot, in: reading)) { return }
        }
        // The address of another wish is not that of a write.
        guard slot.sources.contains(.earlier), currentFlow?.request == nil,
            let kind = book.types[slot.type.name]?.entity, !isTaken(kind, by: slot)
        else { return }
        let told = state.earlier.last { $0.kind == kind && !$0.isNegated }
        _ = begin(slot, with: told?.value.record ?? Record())
    }

    /// An answer that gives a part of the slot that is asked for; false where it gives none.
    mutating func takesParts(
        _ slot: Slot, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        if let code = bareCode(for: slot, reading) {
            takeAnswer(.text(code), to: slot, member: nil, reading)
            return true
        }
        guard !parts(of: slot).isEmpty else { return false }
        if let record = try referred(slot, in: reading, asked: true) {
            takeAnswer(.record(record), to: slot, member: nil, reading)
            return true
        }
        if let record = try renumbered(slot, in: reading, asked: true) {
            takeAnswer(.record(record), to: slot, member: nil, reading)
            return true
        }
        var said = saidParts(of: slot, in: reading)
        let hasBegun = !begunRecord(of: slot).names.isEmpty
        if hasBegun || !said.names.isEmpty { said = said.merging(separateParts(of: slot, reading)) }
        if hasBegun { said = try partsOfOwn(slot, in: reading).merging(said) }
        if said.names.isEmpty {
            said = try barePart(of: slot, reading)
        } else if !hasBegun, let offers = try choices(for: slot, member: nil),
            offers.contains(where: { $0.record.agrees(with: said) })
        {
            return false  // "The one in Denver" points at an address that is known.
        }
        guard !said.names.isEmpty else { return false }
        if let whole = whole(slot, with: said) {
            takeAnswer(.record(whole), to: slot, member: nil, reading)
        } else {
            _ = begin(slot, with: said)
            withFrame { frame in
                frame.phase = .entering
                frame.stale.removeAll { $0 == slot.id }
            }
            _ = volunteer(reading)
        }
        return true
    }

    /// "Yes, but apartment 5": the record that the slot holds, with the part in it that was said.
    func correctedParts(of slot: Slot, old: Value, in reading: Interpretation) -> Value? {
        guard !parts(of: slot).isEmpty, var record = old.record,
            let kind = book.types[slot.type.name]?.entity
        else { return nil }
        // It is another than the choice that it was.
        record = record.withoutChoice
        if let named = namedPart(of: slot, reading) {
            if record.says(named) { return nil }
            // Another street has not the flat of the old one; any other part changes alone.
            let isFirst = named[parts(of: slot).first?.name ?? ""] != nil
            return .record(
                isFirst
                    ? dialogue.interpreter.corrected(record, of: kind, by: named)
                    : record.merging(named))
        }
        let entity = reading.entities.first { $0.kind == kind && !$0.isNegated }
        let said = entity?.value.record ?? separateParts(of: slot, reading)
        guard !said.names.isEmpty, !isWhole(said, for: slot), !record.says(said) else { return nil }
        return .record(dialogue.interpreter.corrected(record, of: kind, by: said))
    }

    /// "Lindwurmstr. 90, as I said": only what the record has already.
    func restatesParts(of slot: Slot, old: Value, in reading: Interpretation) -> Bool {
        guard !parts(of: slot).isEmpty, let record = old.record,
            let kind = book.types[slot.type.name]?.entity
        else { return false }
        let entity = reading.entities.first { $0.kind == kind && !$0.isNegated }
        let said = (entity?.value.record ?? Record()).merging(separateParts(of: slot, reading))
        let street = parts(of: slot).first.map { says($0.name, of: record, reading) } ?? false
        return said.names.isEmpty ? street : record.says(said)
    }

    /// "No, the city is Chicago": the one part that the words call by its name, and nothing besides.
    private func namedPart(of slot: Slot, _ reading: Interpretation) -> Record? {
        let named = parts(of: slot).filter { reading.mentions.contains("\($0.name)_words") }
        guard named.count == 1, let part = named.first, reading.wordCount <= 8,
            !reading.mentions.contains("different_words"),  // "the city is wrong"
            let text = dialogue.interpreter.part(part.shape, in: reading, today: today)
        else { return nil }
        for entity in reading.entities where !entity.isNegated {
            if entity.kind == part.name { return [part.name: entity.value] }
            let value = entity.value.record?[part.name]
            if entity.kind == book.types[slot.type.name]?.entity, let value {
                return [part.name: value]
            }
        }
        return text.split(separator: " ").count <= 4 ? [part.name: .text(text)] : nil
    }

    /// A postcode of a shape that is read as one only in answer to the question for it: "1070", "1070, as I said".
    private func bareCode(for slot: Slot, _ reading: Interpretation) -> String? {
        guard book.types[slot.type.name]?.entity == BuiltInEntity.zip.rawValue,
            !reading.entities.contains(where: { $0.kind == BuiltInEntity.zip.rawValue }),
            reading.wordCount <= Self.fewWords, reading.answer == nil,
            let text = dialogue.interpreter.part(.digits, in: reading, today: today),
            (3...9).contains(text.count), text.filter(\.isNumber).count >= 3
        else { return nil }
        return text
    }

    private static let fewWords = 5

    /// The slot's new value; of a record that now lacks a part the rest is asked for.
    mutating func put(_ new: Value, into slot: Slot) {
        let isWhole = isWhole(new.record, for: slot)
        withFrame { frame in
            frame.slots[slot.id] = isWhole ? new : nil
            frame.begun[slot.id] = isWhole ? nil : new
        }
    }

    /// What a record has that the old one had not, as a text; nil for anything else.
    func changedParts(of slot: Slot, from old: Value?, to new: Value) -> Value? {
        guard !parts(of: slot).isEmpty, let new = new.record else { return nil }
        if new["id"] != nil { return new["name"] }
        let old = old?.record ?? Record()
        let texts = new.fields.filter { $0.name != "likely_country" && old[$0.name] != $0.value }
            .compactMap(\.value.text)
        return texts.isEmpty ? nil : .text(texts.joined(separator: ", "))
    }

    /// Adds parts to what is known of the slot; false where there are none.
    mutating func begin(_ slot: Slot, with said: Record) -> Bool {
        guard !said.names.isEmpty else { return false }
        let record = begunRecord(of: slot).merging(said)
        withFrame { $0.begun[slot.id] = .record(record) }
        return true
    }

    /// What the slot's entity holds in a reading, where the slot's type has parts and no other slot has it.
    func saidParts(of slot: Slot, in reading: Interpretation) -> Record {
        guard !parts(of: slot).isEmpty, let kind = book.types[slot.type.name]?.entity,
            !isTaken(kind, by: slot)
        else { return Record() }
        let said = reading.entities.first { $0.kind == kind && !$0.isNegated }
        return said?.value.record ?? Record()
    }

    /// Parts with an entity of their own, as the zip of an address.
    func separateParts(of slot: Slot, _ reading: Interpretation) -> Record {
        var said = Record()
        for part in parts(of: slot) where !isTaken(part.name, by: slot) {
            said[part.name] =
                reading.entities.first { $0.kind == part.name && !$0.isNegated }?.value
        }
        return said
    }

    /// The words themselves are the part that was asked for, or the first one: "Santos".
    private func barePart(
        of slot: Slot, _ reading: Interpretation
    ) throws(Interruption) -> Record {
        let begun = begunRecord(of: slot)
        let hasBegun = !begun.names.isEmpty
        guard let part = missingPart(of: slot), reading.answer == nil,
            hasBegun || reading.tokens.count == 1,
            !reading.verdict.isRule, reading.verdict.confidence < (hasBegun ? 0.75 : 0.5),
            !reading.mentions.contains("unknown_words"),
            // "What kettle? I said the throw"
            !reading.asksAnything || reading.wordCount < 3,
            let text = dialogue.interpreter.part(part.shape, in: reading, today: today)
        else { return Record() }
        let words = reading.tokens.map(\.stem)
        let offers = try choices(for: slot, member: nil) ?? []
        let namesOne = offers.contains { offer in
            offer.record.agrees(with: begun)
                && interpretation(of: offer.choice.name).tokens.contains { words.contains($0.stem) }
        }
        return namesOne ? Record() : [part.name: .text(text)]
    }

    /// Another slot of the flow with the same entity has a value: the words belong to that one.
    func isTaken(_ kind: String, by slot: Slot) -> Bool {
        guard let place = state.stack.indices.last else { return false }
        return dialogue.kinds.slots(of: state.stack[place].flow, holding: kind).contains { other in
            other != slot.id && state.stack[place].slots[other] != nil
        }
    }

    func parts(of slot: Slot) -> [SlotType.Part] { book.types[slot.type.name]?.parts ?? [] }

    func begunRecord(of slot: Slot) -> Record {
        state.stack.last?.begun[slot.id]?.record ?? Record()
    }

    private func missingPart(of slot: Slot) -> SlotType.Part? {
        let known = begunRecord(of: slot)
        return parts(of: slot).first { known[$0.name] == nil }
    }
}

extension Record {
    /// Without what only a choice of the shop has: its id, its name and what else is told of it.
    var withoutChoice: Record {
        var own = Record()
        for (name, value) in fields where !["id", "name"].contains(name) {
            if case .text = value { own[name] = value }
        }
        return own
    }

    /// Every field that both have is the same text, whatever its capitals.
    func agrees(with other: Record) -> Bool {
        other.fields.allSatisfy { name, value in
            guard let own = self[name] else { return true }
            return own == value || own.text?.lowercased() == value.text?.lowercased()
        }
    }

    /// All of the other's fields stand here already, whatever their capitals: "suite 337" of "Suite 337".
    func says(_ other: Record) -> Bool {
        agrees(with: other)
            && other.names.allSatisfy { self[$0] != nil || $0 == "likely_country" }
    }

    /// The other value is a record that has no field but those of this one.
    func holds(_ other: Value) -> Bool {
        guard let fields = other.record?.fields, !fields.isEmpty else { return false }
        return fields.allSatisfy { self[$0.name] == $0.value }
    }
}
