/// A JSON Schema (draft 2020-12), as much of it as the files of a pack need.
indirect enum JSONSchema: Equatable, Sendable {
    /// Any scalar: YAML has no types here, but editors see `12` and `true`.
    case text
    case words([String])
    case flag
    case integer(ClosedRange<Int>)
    case share
    case list(JSONSchema)
    /// A list, or one member that stands for it.
    case listOrOne(JSONSchema)
    case either([JSONSchema])
    /// Fixed keys, each with its schema.
    case object([Property], required: [String])
    /// Free keys with values of one kind; some keys may have a schema of their own.
    case map(JSONSchema, [Property])
    /// A definition of the same document.
    case reference(String)

    struct Property: Equatable, Sendable {
        var name: String
        var schema: JSONSchema

        init(_ name: String, _ schema: JSONSchema) {
            self.name = name
            self.schema = schema
        }
    }

    /// The keys of an object; empty for anything else.
    var keys: [String] {
        if case .object(let properties, _) = self { properties.map(\.name) } else { [] }
    }

    /// One line of JSON.
    var json: String {
        switch self {
        case .text: #"{"type":["string","number","boolean"]}"#
        case .words(let words): "{\"enum\":[\(words.map(Self.quoted).joined(separator: ","))]}"
        case .flag: #"{"type":"boolean"}"#
        case .integer(let range):
            "{\"type\":\"integer\",\"minimum\":\(range.lowerBound),\"maximum\":\(range.upperBound)}"
        case .share: #"{"type":"number","minimum":0,"maximum":1}"#
        case .list(let member): "{\"type\":\"array\",\"items\":\(member.json)}"
        case .listOrOne(let member): JSONSchema.either([.list(member), member]).json
        case .either(let parts): "{\"anyOf\":[\(parts.map(\.json).joined(separator: ","))]}"
        case .object(let properties, let required):
            "{\"type\":\"object\",\"additionalProperties\":false"
                + (required.isEmpty
                    ? "" : ",\"required\":[\(required.map(Self.quoted).joined(separator: ","))]")
                + ",\"properties\":\(Self.members(properties))}"
        case .map(let value, let properties):
            "{\"type\":[\"object\",\"null\"],\"additionalProperties\":\(value.json)"
                + (properties.isEmpty ? "" : ",\"properties\":\(Self.members(properties))") + "}"
        case .reference(let name): "{\"$ref\":\(Self.quoted("#/$defs/" + name))}"
        }
    }

    static func members(_ properties: [Property]) -> String {
        "{" + properties.map { "\(quoted($0.name)):\($0.schema.json)" }.joined(separator: ",") + "}"
    }

    static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
