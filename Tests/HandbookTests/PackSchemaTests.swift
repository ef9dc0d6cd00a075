import Foundation
import Testing

@testable import Handbook

@Suite("The schemas for editors")
struct PackSchemaTests {
    @Test("are JSON documents", arguments: PackSchema.allCases)
    func isJSON(schema: PackSchema) throws {
        let object = try JSONSerialization.jsonObject(with: Data(schema.json.utf8))
        let document = try #require(object as? [String: Any])
        let definitions = try #require(document["$defs"] as? [String: Any])
        #expect(
            definitions.keys.sorted() == [
                "branches", "condition", "file", "handlers", "state", "step",
            ])
    }

    @Test("know the keys that the reader knows, no fewer and no more")
    func keys() {
        #expect(PackSchema.pack.file.keys == SettingsReader.keys)
        #expect(PackSchema.flow.file.keys == FlowReader.keys)
        #expect(PackSchema.language.file.keys == WordsReader.keys)
        #expect(PackSchema.desk.file.keys == DeskReader.keys)
        #expect(PackSchema.action.keys == ActionsReader.keys)
        #expect(PackSchema.slot.keys == FlowReader.slotKeys)
        #expect(PackSchema.step.keys == FlowReader.stepKeys)
        guard case .map(_, let properties) = PackSchema.state else {
            Issue.record("a state is a map")
            return
        }
        let own = ["collect", "next", "ask", "agreed", "declined", "do", "key", "why"]
        let expected = Set(FlowReader.stepKeys + FlowReader.commonKeys + own)
        #expect(Set(properties.map(\.name)) == expected)
    }

    // MARK: Tried on files

    private static let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    /// The schema that an editor takes for a file of a pack.
    private static func schema(of path: String) -> PackSchema? {
        guard path.hasSuffix(".yaml") else { return nil }
        let name = path.split(separator: "/").last.map { String($0.dropLast(5)) } ?? ""
        if path.hasPrefix("scorecards") { return nil }
        return PackSchema(rawValue: name).flatMap { $0 == .language ? nil : $0 } ?? .language
    }

    private static func misfits(_ bytes: [UInt8], _ schema: PackSchema) throws -> [String] {
        let report = Report()
        var reader = YAMLReader(file: "file", report: report)
        let tree = reader.read(bytes)
        let node = try #require(tree)
        return SchemaValidation(schema).misfits(node)
    }

    @Test("every file of the shipped pack fits its schema")
    func shipped() throws {
        let source = try PackSource(directory: "/\(Self.root)/Intents")
        var tried: Set<PackSchema> = []
        for file in source.files {
            guard let schema = Self.schema(of: file.path) else { continue }
            tried.insert(schema)
            #expect(try Self.misfits(file.bytes, schema) == [], "\(file.path)")
        }
        #expect(tried == Set(PackSchema.allCases))
    }

    @Test(
        "a broken file does not fit",
        arguments: [
            (PackSchema.pack, "currency: EUR"),
            (.pack, "languages: [en]\nthreshold: 7"),
            (.pack, "languages: [en]\nlimits: {stak: 8}"),
            (.actions, "actions:\n  shop.order: {acess: read}"),
            (.actions, "actions:\n  shop.order: {access: reed}"),
            (.entities, "entities:\n  number: {shape: ['0000']}"),
            (.entities, "types:\n  note: {text: some}"),
            (.desk, "queues:\n  general: {need: [a]}"),
            (.desk, "ladders:\n  waiting:\n    - {page: lead}"),
            (.flow, "flow: a"),
            (.flow, "states:\n  a: {say: x, end: done}"),
            (.flow, "states:\n  a: {next: [{when: [b is set], gto: c}]}"),
            (.flow, "slots:\n  a: {ask: b}\nstates:\n  a: {say: x, end: resolved}"),
            (.language, "replys:\n  a: b"),
            (.language, "replies:\n  a: {mail: b}"),
            (.language, "phrases:\n  rule: [a]"),
        ])
    func broken(schema: PackSchema, text: String) throws {
        #expect(try Self.misfits(Array(text.utf8), schema) != [])
    }
}
