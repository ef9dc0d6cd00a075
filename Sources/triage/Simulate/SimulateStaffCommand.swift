import ArgumentParser
import Reporting
import Simulation
import Wire

struct SimulateStaffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff",
        abstract: "Say how many slots each interval needs for the target.",
        discussion: """
            By Erlang C, or Erlang A with a --patience; warns where the formulas do not apply.

            Example: triage simulate staff --arrivals 20,60,100,80 --handle 3m --target 80
            """)

    @OptionGroup var options: ScenarioOptions

    func run() throws {
        try reporting {
            let scenario = try options.scenario()
            let width = ScenarioOptions.seconds(scenario.interval)
            let count = scenario.streams.map(\.perInterval.count).max() ?? 0
            let needs = (0..<count).map { index in
                let come = scenario.streams.reduce(0.0) { sum, stream in
                    let list = stream.perInterval
                    return sum + (list.isEmpty ? 0 : list[index % list.count])
                }
                let kept = come * (1 - scenario.containment)
                return (
                    come: kept,
                    need: StaffingNeed.least(
                        arrivalRate: kept / width, handleSeconds: scenario.handleSeconds,
                        patienceSeconds: scenario.patienceSeconds, level: options.target / 100,
                        withinSeconds: scenario.targetSeconds)
                )
            }
            let warnings = ErlangFit.warnings(scenario)
            if options.json { return Output.line(try Self.json(needs, warnings).text) }
            let most = Double(needs.compactMap { $0.need?.servers }.max() ?? 0)
            Output.line("from     come  slots " + "".padded(to: 20) + " in time  mean wait  busy")
            for (index, row) in needs.enumerated() {
                let from = SimulationText.clock(Double(index) * width).padded(to: 6)
                let come = FigureText.decimal(row.come, places: 0).leftPadded(to: 6)
                Output.line("\(from) \(come) " + Self.text(row.need, most: most))
            }
            for warning in warnings { Output.error("warning: " + warning) }
        }
    }

    private static func text(_ need: StaffingNeed?, most: Double) -> String {
        guard let need else { return "no number of slots up to 10,000 is enough" }
        return [
            "\(need.servers)".leftPadded(to: 6),
            SimulationText.bar(Double(need.servers), of: most, width: 20).padded(to: 20),
            SimulationText.percent(need.serviceLevel).leftPadded(to: 7),
            FigureText.seconds(need.meanWaitSeconds).leftPadded(to: 10),
            FigureText.decimal(need.occupancy * 100, places: 0).leftPadded(to: 4) + " %",
        ].joined(separator: " ")
    }

    private static func json(
        _ needs: [(come: Double, need: StaffingNeed?)], _ warnings: [String]
    ) throws -> JSON {
        [
            "intervals": .array(
                try needs.map { row in
                    [
                        "arrivals": .number(row.come),
                        "need": try row.need.map { try JSON(bytes: JSONCoder.encode($0)) } ?? .null,
                    ]
                }), "erlang_warnings": .array(warnings.map { .string($0) }),
        ]
    }
}
