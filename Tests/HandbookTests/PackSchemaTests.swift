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
}
