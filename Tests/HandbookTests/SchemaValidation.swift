@testable import Handbook

/// A validator of what `JSONSchema` can say, so that the schemas are tried on files as an editor tries them.
struct SchemaValidation {
    let definitions: [String: JSONSchema]

    init(_ schema: PackSchema) {
        var definitions = Dictionary(
            PackSchema.definitions.map { ($0.name, $0.schema) }, uniquingKeysWith: { one, _ in one }
        )
        definitions["file"] = schema.file
        self.definitions = definitions
    }

    /// Where a file does not fit, as lines; empty where it does.
    func misfits(_ node: YAMLNode) -> [String] {
        misfits(node, definitions["file"] ?? .text, at: "")
    }

    private func misfits(_ node: YAMLNode, _ schema: JSONSchema, at path: String) -> [String] {
        let misfit = ["\(node.place.line): \(path): \(node.kind)"]
        switch schema {
        case .text: return node.scalar == nil ? misfit : []
        case .words(let words): return node.scalar.map(words.contains) == true ? [] : misfit
        case .flag: return ["true", "false"].contains(node.scalar) ? [] : misfit
        case .integer(let range):
            return node.scalar.flatMap(Int.init).map(range.contains) == true ? [] : misfit
        case .share:
            return node.scalar.flatMap(Double.init).map((0...1).contains) == true ? [] : misfit
        case .list(let member):
            guard let items = node.items else { return misfit }
            return items.flatMap { misfits($0, member, at: path) }
        case .listOrOne(let member):
            return misfits(node, .either([.list(member), member]), at: path)
        case .either(let parts):
            let found = parts.map { misfits(node, $0, at: path) }
            return found.contains([]) ? [] : found.min { $0.count < $1.count } ?? []
        case .reference(let name): return misfits(node, definitions[name] ?? .text, at: path)
        case .object(let properties, let required):
            guard let entries = node.entries else { return misfit }
            let missing = required.filter { node[$0] == nil }.map { "\(path): no \($0)" }
            return missing
                + entries.flatMap { entry -> [String] in
                    let place = "\(path)/\(entry.key)"
                    guard let known = properties.first(where: { $0.name == entry.key }) else {
                        return ["\(entry.place.line): \(place): unknown"]
                    }
                    return misfits(entry.value, known.schema, at: place)
                }
        case .map(let value, let properties):
            if node.isNothing { return [] }
            guard let entries = node.entries else { return misfit }
            return entries.flatMap { entry in
                misfits(
                    entry.value,
                    properties.first { $0.name == entry.key }?.schema ?? value,
                    at: "\(path)/\(entry.key)")
            }
        }
    }
}
