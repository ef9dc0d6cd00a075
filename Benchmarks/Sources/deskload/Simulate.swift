import Desk
import Facts
import Glibc
import Simulation

/// So many customers through the production engine on a virtual clock, in CPU time.
///
/// 14 agents at 100 calls in half an hour, the reference of Erlang A; `plan(agents:)` with its ten
/// queues, three classes and two languages is the desk of a shop.
func measureSimulation(chats: Int) {
    simulate(
        "one queue, 14 agents, patience 300 s", .single(agents: 14, withinSeconds: 20),
        [ArrivalStream(perInterval: [100])], handleSeconds: 180, patience: 300, chats: chats)
    let streams = (0..<10).map { number in
        ArrivalStream(
            queue: "queue\(number)", language: number % 2 == 0 ? "de" : "en", perInterval: [100])
    }
    simulate(
        "ten queues, 60 agents, ladders", plan(agents: 60), streams, handleSeconds: 300,
        patience: 600, chats: chats)
    replicate(plan(agents: 60), streams, chats: chats)
}

/// The same ten queues as twenty runs, by as many threads as there are processors: what `triage
/// simulate` does.
private func replicate(_ plan: DeskPlan, _ streams: [ArrivalStream], chats: Int) {
    let seconds = Double(chats) / 20 / Double(streams.count) / 100 * 1800
    var scenario = DeskScenario(
        plan: plan, start: start, duration: .seconds(Int64(seconds)), streams: streams,
        handleSeconds: 300)
    scenario.patienceSeconds = 600
    let (before, began) = (processorSeconds(), nanoseconds())
    let outcomes = Variant(name: "", scenario: scenario).outcomes(replications: 20, seed: 1)
    let elapsed = Double(nanoseconds() &- began) / 1e9
    print(
        "simulate, ten queues in 20 runs on \(Parallel.processors) processors: "
            + "\(outcomes.reduce(0) { $0 + $1.all.arrivals }) chats in \(Int(elapsed * 100)) "
            + "hundredths of a second, \(Int((processorSeconds() - before) * 100)) of CPU")
}

private func simulate(
    _ name: String, _ plan: DeskPlan, _ streams: [ArrivalStream], handleSeconds: Double,
    patience: Double, chats: Int
) {
    let perInterval = streams.reduce(0) { $0 + ($1.perInterval.first ?? 0) }
    var scenario = DeskScenario(
        plan: plan, start: start,
        duration: .seconds(Int64(Double(chats) / perInterval * 1800)), streams: streams,
        handleSeconds: handleSeconds)
    scenario.patienceSeconds = patience
    var run = DeskRun(scenario, seed: 1)
    let before = processorSeconds()
    let outcome = run.run()
    let seconds = processorSeconds() - before
    let rate = Int(Double(outcome.all.arrivals) / seconds)
    print(
        "simulate, \(name): \(outcome.all.arrivals) chats in \(Int(seconds * 100)) hundredths of a "
            + "CPU second, \(rate)/s, \(outcome.all.abandoned) left, "
            + "\(Int(outcome.all.targetLevel * 10_000)) / 10,000 in time")
}

private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
