import Facts
import Testing

@testable import Desk

@Suite("The desk and its calendars", .enabled(if: Zones.available))
struct DeskHoursTests {
    private func scene(at text: String) throws -> Scene {
        let zone = try Zones.zone("Europe/Berlin")
        var plan = Fixture.plan()
        var office = try #require(try clock("mon-fri 09:00-17:00", zone).calendar)
        office.name = "office"
        plan.calendars = [office]
        plan.classes[1].clock = "office"
        plan.defaults.hours = "office"
        plan.queues[2].afterHours = AfterHours(page: "oncall", notify: ["lead"])
        plan.queues[1].afterHours = AfterHours(queue: "general")
        var scene = Scene(plan)
        scene.now = try moment(text, zone)
        return scene
    }

    @Test("after hours the customer learns when the desk opens, and safety pages")
    func afterHours() throws {
        var scene = try scene(at: "2026-01-30 18:00")
        let monday = try moment("2026-02-02 09:00", Zones.zone("Europe/Berlin"))
        let news = scene.run(Fixture.handoff("a", queue: "safety"))
        #expect(
            Array(news.suffix(3)) == [
                .notify(role: "lead", ticket: "T-1001", reason: "after_hours"),
                .page(role: "oncall", ticket: "T-1001", reason: "after_hours"),
                .customerNotice(conversation: "a", .afterHours(opens: monday)),
            ])
        scene.run(Fixture.handoff("b", queue: "payments"))
        #expect(scene.desk.ticket("T-1002")?.queue == "general")
        var open = try self.scene(at: "2026-01-30 16:00")
        #expect(open.run(Fixture.handoff("a", queue: "payments")).count == 2)
        #expect(open.desk.ticket("T-1001")?.queue == "payments")
    }

    @Test("targets and ladders run on the class's clock, over the weekend")
    func clocks() throws {
        let zone = try Zones.zone("Europe/Berlin")
        var scene = try scene(at: "2026-01-30 16:55")
        scene.run(Fixture.handoff("a"))
        #expect(
            scene.desk.ticket("T-1001")?.due(of: .firstReply)
                == (try moment("2026-02-02 09:05", zone)))
        // 80 % of ten minutes is three minutes into Monday.
        let warned = scene.pass(3 * 86_400)
        #expect(
            warned.first
                == .escalated(
                    ticket: "T-1001", step: "waiting.2", reason: "first_reply_at_risk"))
        let receipt = scene.desk.ticket("T-1001")?.receipts.first { $0.step == "waiting.2" }
        #expect(receipt?.at == (try moment("2026-02-02 09:03", zone)))
    }

    @Test("a reload: tickets of a lost queue, class or agent are kept, with their age")
    func reload() throws {
        var scene = Scene()
        scene.agent("eva", .online)
        scene.run(Fixture.handoff("a", queue: "payments", language: "de", serviceClass: "urgent"))
        scene.run(Fixture.handoff("b", queue: "safety"))
        scene.agent("eva", .next)
        var plan = Fixture.plan()
        plan.queues.removeAll { $0.name == "safety" }
        plan.classes.removeFirst()
        plan.agents.removeAll { $0.id == "eva" }
        _ = scene.desk.replace(plan: plan, at: scene.now + .seconds(5))
        #expect(scene.desk.tickets.map(\.state) == [.queued, .queued])
        #expect(scene.desk.tickets.map(\.queue) == ["payments", "general"])
        #expect(scene.desk.tickets.map(\.serviceClass) == ["normal", "normal"])
        #expect(scene.desk.tickets.map(\.queuedAt) == [Fixture.start, Fixture.start])
        scene.agent("lea", .online)
        #expect(scene.desk.tickets.map(\.state.name) == ["offered", "offered"])
        #expect(
            scene.agent("eva", .online).compactMap(\.refusal) == [.unknownAgent])
    }
}
