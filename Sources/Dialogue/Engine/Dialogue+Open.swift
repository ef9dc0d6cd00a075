public import Facts
import Understanding

/// What is still open in a conversation: for the ticket and its summary.
extension Dialogue {
    /// A wish that is not fulfilled.
    public struct OpenWish: Equatable, Sendable {
        /// The flow's `request`; nil where a ticket calls it nothing.
        public var request: String?
        public var orderID: String?
        /// The intent's title in the pack's default language.
        public var title: String
        /// `order 1042, reason damaged`: the slots in order of declaration; may be empty.
        public var details: String
    }

    /// The open flows, the outermost first, then the noted wishes.
    public func openWishes(of state: DialogueState) -> [OpenWish] {
        let language = book.replies.defaultLanguage
        let frames: [OpenWish] = state.stack.compactMap { frame in
            guard let flow = book.flows[frame.flow], flow.kind == .intent,
                !isPrerequisite(flow, in: state)
            else { return nil }
            return OpenWish(
                request: flow.request, orderID: frame.orderID,
                title: book.title(of: flow.id, language: language),
                details: details(of: frame, flow))
        }
        let noted = state.wishes.map { wish in
            OpenWish(
                request: book.flowOfIntent[wish.intent].flatMap { book.flows[$0]?.request },
                orderID: nil, title: book.title(of: wish.intent, language: language),
                details: wish.text)
        }
        return frames + noted
    }

    /// The slots of the open flows, the innermost winning.
    public func slots(of state: DialogueState) -> Record {
        state.stack.reduce(into: Record()) { $0 = $0.merging($1.slots) }
    }

    /// A flow that another one only needs (the identity check) is no wish.
    private func isPrerequisite(_ flow: Flow, in state: DialogueState) -> Bool {
        book.flows.values.contains { $0.needs == flow.id }
    }

    private func details(of frame: Frame, _ flow: Flow) -> String {
        flow.slots.compactMap { slot in
            guard let value = frame.slots[slot.id] else { return nil }
            let name = slot.id.hasSuffix("_id") ? String(slot.id.dropLast(3)) : slot.id
            guard isNamedByID(slot), let id = value.record?["id"]?.text else {
                return labelled(slot, value) ?? "\(name) \(value.readableText)"
            }
            return "\(name) \(id) (\(value.readableText))"
        }.joined(separator: ", ")
    }

    /// A value of a closed set by its label. Of a set of one the label says all: "charged twice".
    private func labelled(_ slot: Slot, _ value: Value) -> String? {
        guard let kind = book.types[slot.type.name]?.entity, let labels = book.labels[kind],
            let label = value.text.flatMap({ labels[$0]?[book.replies.defaultLanguage] })
        else { return nil }
        return labels.count == 1 ? label : "\(slot.id) \(label)"
    }

    /// Customers call the slot's choices by their ids: the type's entity has a shape, like an order's number.
    func isNamedByID(_ slot: Slot) -> Bool {
        kinds.isNamedByID(type: slot.type.name)
    }
}

extension Frame {
    /// The order that the flow is about: its `order_id`, else the one that a chosen thing (a refund) belongs to.
    var orderID: String? {
        if let id = slots["order_id"]?.argument.text { return id }
        return slots.fields.compactMap { $0.value.record?["order_id"]?.text }.first
    }
}

extension Value {
    /// The value for people who read a log or a ticket; a record by its name.
    public var readableText: String {
        switch self {
        case .text, .integer, .number, .flag, .money, .day: plainText ?? ""
        case .instant(let instant): Day(number: Int(instant.seconds / 86_400)).iso
        case .list(let items): items.map(\.readableText).joined(separator: " + ")
        case .record(let record):
            record["name"]?.readableText
                ?? record.fields.map(\.value.readableText).joined(separator: ", ")
        }
    }
}
