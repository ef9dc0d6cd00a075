import Dialogue
import Testing

@testable import Handbook

@Suite("The picture of a flow")
struct FlowGraphTests {
    private func flow(_ id: String) throws -> Flow {
        let report = Report()
        let draft = try #require(PackReader(source: TinyPack.source(), report: report).read())
        return try #require(draft.flow(id)).flow
    }

    @Test("in Mermaid has a node for each state and end, and an arrow for each way")
    func mermaid() throws {
        let graph = FlowGraph(try flow("cancel_order"))
        #expect(
            graph.mermaid == """
                flowchart TD
                    n0["collect: collect order_id, reason"]
                    n1{"confirm: ask"}
                    n2["cancel: do shop.cancel"]
                    n3["refuse"]
                    n4["kept"]
                    n5{"refuse/offer: ask"}
                    n6(["end resolved"])
                    n7(["handoff general"])
                    n8(["end cancelled"])
                    n9(["end unresolved"])
                    n0 -->|"order is missing"| n0
                    n0 -->|"order.status = open and (reason = late or order.total #gt;= 10.00 EUR)"| n1
                    n0 -->|"else"| n3
                    n1 -->|"agreed"| n2
                    n1 -->|"declined"| n4
                    n1 -->|"expired"| n4
                    n2 -->|"ok"| n6
                    n2 -->|"rejected"| n3
                    n2 -->|"failed"| n7
                    n3 --> n5
                    n4 --> n8
                    n5 -->|"agreed"| n7
                    n5 -->|"declined"| n9

                """)
    }

    @Test("in DOT quotes its names")
    func dot() throws {
        let graph = FlowGraph(try flow("identify"))
        #expect(
            graph.dot == """
                digraph "identify" {
                    node [shape=box];
                    "ask" [label="ask: collect email"];
                    "look" [label="look: do shop.who"];
                    "end verified" [shape=oval];
                    "handoff action_failed" [shape=oval];
                    "ask" -> "look";
                    "look" -> "end verified" [label="ok"];
                    "look" -> "ask" [label="missing"];
                    "look" -> "handoff action_failed" [label="failed"];
                }

                """)
    }
}
