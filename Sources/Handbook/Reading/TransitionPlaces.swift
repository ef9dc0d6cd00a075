import Dialogue

/// Where each transition of a flow is written, in the numbering of `TransitionID`.
struct TransitionPlaces {
    private(set) var places: [TransitionID: Place] = [:]
    private let flow: String

    init(flow: String, root: YAMLNode) {
        self.flow = flow
        for entry in root["states"]?.entries ?? [] { read(entry) }
        if let node = root["on"] { readHandlers(node, state: "") }
    }

    private mutating func note(_ state: String, _ way: TransitionID.Way, _ place: Place) {
        places[TransitionID(flow: flow, state: state, way: way)] = place
    }

    private mutating func read(_ entry: YAMLNode.Entry) {
        let (state, node) = (entry.key, entry.value)
        if node["ask"] != nil {
            for child in node.entries ?? [] where child.key == "agreed" || child.key == "declined" {
                note(state, child.key == "agreed" ? .agreed : .declined, child.place)
            }
        } else if node["do"] != nil {
            let others = ["do", "key"] + FlowReader.commonKeys
            for child in node.entries ?? [] where !others.contains(child.key) {
                note(state, .outcome(child.key), child.place)
            }
        } else if let next = node["next"] {
            for (index, branch) in (next.items ?? [next]).enumerated() {
                note(state, .branch(index), branch.place)
            }
        } else {
            note(state, .branch(0), entry.place)
        }
        if let handlers = node["on"] { readHandlers(handlers, state: state) }
        if let expiry = node["expires"] { note(state, .expired, expiry.place) }
    }

    private mutating func readHandlers(_ node: YAMLNode, state: String) {
        let steps = (node.entries ?? []).flatMap { entry in
            entry.value.items?.map(\.place) ?? [entry.place]
        }
        for (index, place) in steps.enumerated() { note(state, .handler(index), place) }
    }
}
