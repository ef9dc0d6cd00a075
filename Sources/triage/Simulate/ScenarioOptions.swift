import ArgumentParser
import Desk
import Facts
import Simulation
import Triage
import Wire

/// What a simulation is fed with.
struct ScenarioOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Customers per interval; several numbers make a curve that repeats.",
            valueName: "n,n,…"))
    var arrivals = "100"

    @Option(help: ArgumentHelp("The length of an interval.", valueName: "span"))
    var interval = "30m"

    @Option(help: ArgumentHelp("How long the desk is open.", valueName: "span"))
    var hours = "8h"

    @Option(help: ArgumentHelp("Mean handle time. Default: 3m.", valueName: "span"))
    var handle: String?

    @Option(help: ArgumentHelp("Mean patience; without it everybody waits.", valueName: "span"))
    var patience: String?

    @Option(
        help: ArgumentHelp("So many equal agents with one slot each. Default: 14.", valueName: "n"))
    var agents: Int?

    @Option(
        help: ArgumentHelp("Queues, classes, rules and agents of this pack.", valueName: "dir"))
    var intents: String?

    @Option(
        help: ArgumentHelp(
            "Who works when, from the start: ana=0h-4h,ben=2h-8h. Default: all, always.",
            valueName: "shifts"))
    var roster: String?

    @Option(
        help: ArgumentHelp("The share to be served in time, in per cent.", valueName: "percent"))
    var target = 80.0

    @Option(help: ArgumentHelp("What in time means.", valueName: "span"))
    var within = "20s"

    @Option(help: ArgumentHelp("Arrivals times this during the peak.", valueName: "factor"))
    var peak: Double?

    @Option(
        help: ArgumentHelp(
            "When the peak begins, from the start. Default: after a quarter of the hours.",
            valueName: "span"))
    var peakFrom: String?

    @Option(
        help: ArgumentHelp(
            "How long it lasts. Default: 30m, at most a quarter of the hours.", valueName: "span"))
    var peakFor: String?

    @Option(
        help: ArgumentHelp("The bot keeps so much of the arrivals, in per cent.", valueName: "p"))
    var containment = 0.0

    @Option(help: ArgumentHelp("The seed of chance.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Runs per variant, for the bands.", valueName: "n"))
    var replications = 5

    @Flag(help: "Arrivals, handle times and patience as the store has seen them.")
    var fromJournal = false

    @OptionGroup var period: PeriodOptions
    @OptionGroup var socket: SocketOption

    @Flag(help: "JSON for programs.")
    var json = false

    func validate() throws {
        guard (0.0..<100).contains(target), (0.0..<100).contains(containment) else {
            throw ValidationError("--target and --containment are within 0…99.9 per cent")
        }
        guard (1...100).contains(replications) else {
            throw ValidationError("--replications is within 1…100")
        }
        guard agents.map({ (1...2000).contains($0) }) ?? true else {
            throw ValidationError("--agents is within 1…2000")
        }
        guard peak.map({ (0.0...1000).contains($0) }) ?? true else {
            throw ValidationError("--peak is within 0…1000")
        }
        guard agents == nil || intents == nil else {
            throw ValidationError("choose --agents or --intents")
        }
    }

    // MARK: The scenario

    /// `alsoRoutedBy`: a plan whose rules shall meet the same tickets.
    func scenario(alsoRoutedBy other: DeskPlan? = nil) throws(CommandFailure) -> DeskScenario {
        let plan = try plan()
        let seen = fromJournal ? try SeenTraffic(self, interval: try span(interval)) : nil
        var scenario = DeskScenario(
            plan: plan, start: LocalZone.current.instant(of: Self.monday),
            duration: try span(hours),
            streams: [ArrivalStream(perInterval: try curve())],
            handleSeconds: seen?.handleSeconds ?? 180)
        if let seen { scenario.streams = seen.streams(of: [plan] + (other.map { [$0] } ?? [])) }
        if let handle { scenario.handleSeconds = Self.seconds(try span(handle)) }
        scenario.interval = try span(interval)
        scenario.patienceSeconds = seen?.patienceSeconds
        if let patience { scenario.patienceSeconds = Self.seconds(try span(patience)) }
        if handle == nil { scenario.handleSecondsByQueue = seen?.handleSecondsByQueue ?? [:] }
        scenario.targetSeconds = Self.seconds(try span(within))
        scenario.containment = containment / 100
        scenario.overtime = .seconds(12 * 3600)
        scenario.shifts = try shifts(plan)
        if let peak { scenario.peak = try rush(factor: peak) }
        return scenario
    }

    /// The peak; one that begins when the desk is closed ends the command with 64.
    func rush(factor: Double) throws(CommandFailure) -> Peak {
        let day = try span(hours)
        var (from, length) = (day / 4, min(.seconds(1800), day / 4))
        if let peakFrom {
            if let start = Self.offset(peakFrom) { from = start } else { from = try span(peakFrom) }
        }
        if let peakFor { length = try span(peakFor) }
        guard from < day else {
            throw CommandFailure(
                "--peak-from \(peakFrom ?? ""): the desk is open for \(hours) only", Exit.usage)
        }
        return Peak(factor: factor, from: from, until: from + length)
    }

    /// A plain working day: a Monday at eight on the computer's wall clock.
    private static let monday = CivilTime(
        day: Day(iso: "2026-03-02") ?? Day(number: 0), hour: 8, minute: 0)

    private func plan() throws(CommandFailure) -> DeskPlan {
        if let intents { return try OtherDesk(intents, beside: intents).plan }
        return .single(agents: agents ?? 14, withinSeconds: Self.seconds(try span(within)))
    }

    func curve() throws(CommandFailure) -> [Double] {
        let numbers = arrivals.split(separator: ",").map { Double($0) }
        let known = numbers.compactMap { $0 }.filter { $0 >= 0 && $0 <= 1e7 }
        guard !numbers.isEmpty, known.count == numbers.count, known.count <= 10_000 else {
            throw CommandFailure(
                "--arrivals '\(SafeText.oneLine(arrivals, limit: 40))' are no numbers; "
                    + "write 100 or 10,40,80", Exit.usage)
        }
        return known
    }

    func span(_ text: String) throws(CommandFailure) -> Duration {
        guard let span = Duration(shortText: text), span > .zero else {
            throw CommandFailure(
                "'\(SafeText.oneLine(text, limit: 40))' is no span of time; write 20s, 30m or 8h",
                Exit.usage)
        }
        return span
    }

    static func seconds(_ span: Duration) -> Double { Double(span.milliseconds) / 1000 }

    private func shifts(_ plan: DeskPlan) throws(CommandFailure) -> [Shift] {
        guard let roster else { return [] }
        var shifts: [Shift] = []
        for part in roster.split(separator: ",").map(String.init) {
            let sides = part.split(separator: "=").map(String.init)
            let times = sides.last?.split(separator: "-").map { Self.offset(String($0)) } ?? []
            guard sides.count == 2, times.count == 2, let from = times[0], let until = times[1],
                from < until
            else {
                throw CommandFailure(
                    "--roster: '\(SafeText.oneLine(part, limit: 40))' is no shift; write ana=0h-4h",
                    Exit.usage)
            }
            guard plan.agent(sides[0]) != nil else {
                let nearest = nearestName(to: sides[0], among: plan.agents.map(\.id))
                throw CommandFailure(
                    "--roster: no agent '\(SafeText.oneLine(sides[0], limit: 40))'"
                        + (nearest.map { "; did you mean '\($0)'?" } ?? ""), Exit.usage)
            }
            shifts.append(Shift(agent: sides[0], from: from, until: until))
        }
        return shifts
    }

    /// A span, where `0h` is the start itself.
    private static func offset(_ text: String) -> Duration? {
        ["0", "0s", "0m", "0h"].contains(text) ? .zero : Duration(shortText: text)
    }
}
