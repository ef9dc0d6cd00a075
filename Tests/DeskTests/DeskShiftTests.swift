import Facts
import Testing

@testable import Desk

@Suite("Shifts, blocks and adherence")
struct DeskShiftTests {
    /// Friday 16:00–18:00 UTC with a break from 17:00 to 17:30; the tests start at 16:40.
    private static let shift = ShiftPlan(
        name: "late", hours: calendar("16:00-18:00"),
        blocks: [ShiftBlock(name: "tea", periods: calendar("17:00-17:30"))])

    private static func calendar(_ text: String) -> WorkCalendar {
        let periods = [DayPeriod(text)].compactMap { $0 }
        return WorkCalendar(
            name: "x", zone: .utc, week: Array(repeating: periods, count: 7))
    }

    private static func scene() -> Scene {
        var plan = Fixture.plan()
        plan.shifts = [shift]
        plan.agents[1].shift = "late"
        var scene = Scene(plan)
        scene.agent("ben", .online)
        return scene
    }

    @Test("a planned break begins and ends by itself; after the shift no offer comes")
    func day() {
        var scene = Self.scene()
        #expect(
            scene.pass(20 * 60) == [
                .told(
                    agent: "ben",
                    .presence(.onBreak(reason: "tea"), why: "planned_break"))
            ])
        scene.run(Fixture.handoff("c", language: "de"))
        #expect(scene.state("T-1001") == .queued)
        let back = scene.pass(30 * 60)
        #expect(back.contains(.told(agent: "ben", .presence(.online, why: "break_over"))))
        #expect(scene.state("T-1001")?.owner == "ben")
        scene.agent("ben", .next)
        let over = scene.pass(30 * 60)
        #expect(
            over.contains(
                .told(
                    agent: "ben", .presence(.away(reason: "shift_over"), why: "shift_over"))))
    }

    @Test("the agent's own word wins until the next boundary")
    func ownWord() {
        var scene = Self.scene()
        scene.agent("ben", .takeBreak(reason: "phone"))
        #expect(scene.pass(20 * 60).isEmpty)
        scene.agent("ben", .online)
        #expect(scene.desk.agent("ben")?.presence == .online)
        #expect(scene.pass(30 * 60).isEmpty)
    }

    @Test("adherence counts work in the shift and breaks in its blocks")
    func adherence() {
        var scene = Self.scene()
        scene.pass(20 * 60)
        scene.pass(30 * 60)
        scene.agent("ben", .away(reason: "phone"))
        scene.pass(15 * 60)
        let sheet = scene.desk.timeSheet(of: "ben", at: scene.now)
        #expect(sheet?.scheduled == Int64(35 * 60_000))
        #expect(sheet?.blocked == Int64(30 * 60_000))
        #expect(sheet?.adherent == Int64(50 * 60_000))
        #expect(sheet?.away == Int64(15 * 60_000))
        #expect(scene.desk.schedule(of: "ben", at: scene.now) == .work)
        #expect(scene.desk.schedule(of: "ana", at: scene.now) == nil)
    }
}
