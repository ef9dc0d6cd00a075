import Desk
import Facts

/// The production engine (`Desk`, the same code) on a virtual clock.
///
/// Agents take every offer at once, reply at once and resolve after the handle time; customers leave
/// when their patience is over before anybody took them. All chance comes from the seed: the n-th
/// customer has the same patience and handle time in every variant, so that two variants differ by
/// what was changed and not by luck.
public struct DeskRun {
    let scenario: DeskScenario
    let seed: UInt64
    var desk: Desk
    var heap = EventHeap<Event>()
    var chats: [Chat] = []
    /// The chat of each ticket, by the ticket's sequence.
    private var chatOfSequence: [Int?] = []
    var outcome = DeskOutcome()
    /// The chat that the latest command was about.
    private var latest = 0
    private var classes = Tallies()
    private var queues = Tallies()
    private let shifts: [Shift]
    /// Who has a timer or had one, and when it rings.
    private var agentTimers: [(agent: String, due: Int64?)] = []
    private var arrivals: [SeededGenerator]
    /// When the latest customer of each stream came, or its rate changed: in milliseconds, to the fraction. Were each
    /// gap rounded for itself, many short ones would add up to another rate.
    private var clocks: [Double]
    /// What a customer of each stream hands over, but for the conversation.
    private let requests: [HandoffRequest]
    private var now: Int64 = 0
    var waiting = 0
    private var slotsOnline = 0
    private var slotsSince: Int64 = 0
    private var average = 0.0

    public init(_ scenario: DeskScenario, seed: UInt64) {
        self.scenario = scenario
        self.seed = seed
        var plan = scenario.plan
        // Nobody comes back to a resolved ticket, so none is kept for it.
        plan.defaults.reopenWindow = .zero
        desk = Desk(plan: plan, isSimulated: true)
        shifts = scenario.allShifts
        arrivals = scenario.streams.indices.map {
            SeededGenerator(seed: seed &* 1_000_003 &+ UInt64($0) &+ 17)
        }
        clocks = Array(repeating: 0, count: scenario.streams.count)
        requests = scenario.streams.map { stream in
            HandoffRequest(
                conversation: "", language: stream.language, facts: stream.facts,
                queue: stream.queue, serviceClass: stream.serviceClass)
        }
    }

    /// Runs to the end. `progress` gets the share that is done, now and then.
    public mutating func run(progress: (Double) -> Void = { _ in }) -> DeskOutcome {
        prepare()
        let end = scenario.duration.milliseconds
        let last = end + scenario.overtime.milliseconds
        var count = 0
        while let next = heap.nextTime, next <= last {
            // The day is over with its last customer, not with whatever would happen next.
            if isFull, waiting == 0 { break }
            if next > end, waiting == 0, outcome.clearedAfterSeconds != nil { break }
            guard let (at, event) = heap.pop() else { break }
            now = at
            count += 1
            if count % 4096 == 0 { progress(min(1, Double(at) / Double(max(last, 1)))) }
            handle(event, end: end)
        }
        now = min(last, max(now, end))
        countSlots()
        closeInterval()
        outcome.intervals.removeAll { $0.startSeconds * 1000 >= Double(max(now, 1)) }
        outcome.classes = classes.byName
        outcome.queues = queues.byName
        return outcome
    }

    private mutating func prepare() {
        for (number, shift) in shifts.enumerated() {
            heap.push(.online(shift: number), at: shift.from.milliseconds)
            if shift.until < scenario.duration + scenario.overtime {
                heap.push(.away(shift: number), at: shift.until.milliseconds)
            }
        }
        outcome.intervals = [IntervalOutcome(startSeconds: 0)]
        heap.push(.boundary, at: max(1, scenario.interval.milliseconds))
        for stream in scenario.streams.indices { scheduleArrival(stream, from: 0) }
    }

    /// The next arrival, or the moment at which the rate changes.
    private mutating func scheduleArrival(_ index: Int, from start: Int64) {
        let (rate, until) = scenario.rate(of: scenario.streams[index], at: start)
        guard rate > 0 else { return turn(index, at: until) }
        let next = clocks[index] + arrivals[index].exponential(mean: 1000 / rate)
        guard next < Double(until) else { return turn(index, at: until) }
        clocks[index] = next
        heap.push(.arrival(stream: index), at: Int64(next))
    }

    private mutating func turn(_ stream: Int, at time: Int64) {
        clocks[stream] = Double(time)
        heap.push(.turn(stream: stream), at: time)
    }

    private mutating func handle(_ event: Event, end: Int64) {
        switch event {
        case .arrival(let stream):
            guard now < end, !isFull else { return }
            scheduleArrival(stream, from: now)
            arrive(stream)
        case .turn(let stream): if now < end { scheduleArrival(stream, from: now) }
        case .leave(let chat): leave(chat)
        case .resolve(let chat, let epoch):
            latest = chat
            obey(agentOf(chat), .resolve(ticket: chats[chat].ticket, epoch: epoch, code: "done"))
        case .online(let number): shift(shifts[number].agent, to: .online)
        case .away(let number): shift(shifts[number].agent, to: .away(reason: "end of shift"))
        case .ticketTimer(let chat):
            guard chats[chat].timer == now else { return }
            chats[chat].timer = nil
            latest = chat
            send(.timer(.ticket(chats[chat].ticket)))
            settle()
        case .agentTimer(let number):
            guard agentTimers[number].due == now else { return }
            agentTimers[number].due = nil
            send(.timer(.agent(agentTimers[number].agent)))
            settle()
        case .boundary:
            closeInterval()
            outcome.intervals.append(IntervalOutcome(startSeconds: Double(now) / 1000))
            heap.push(.boundary, at: now + max(1, scenario.interval.milliseconds))
        }
    }

    private func agentOf(_ chat: Int) -> String {
        desk.owner(ofTicket: chats[chat].ticket) ?? ""
    }

    // MARK: Customers

    private mutating func arrive(_ index: Int) {
        let number = chats.count
        var draw = SeededGenerator(seed: seed &+ UInt64(number) &* 0x2545_F491_4F6C_DD1D)
        let patience = scenario.patienceSeconds.map { draw.exponential(mean: $0) }
        let effort = draw.exponential(mean: 1)
        chats.append(Chat(stream: index, arrived: now))
        outcome.all.arrivals += 1
        outcome.intervals[outcome.intervals.count - 1].arrivals += 1
        waiting += 1
        chats[number].average = average
        latest = number
        send(.handoff(request(of: number, stream: index)), chat: number)
        let mean = handleSeconds(of: number)
        chats[number].handle = Int64((effort * mean * 1000).rounded())
        let patient = patience.map { Int64(($0 * 1000).rounded()) }
        if scenario.keepsFates {
            outcome.fates.append(
                Fate(arrived: now, patience: patient, handle: chats[number].handle))
        }
        settle()
        guard chats[number].isWaiting else { return }
        if scenario.scoresEstimates {
            chats[number].estimate = desk.waitEstimate(of: chats[number].ticket)
        }
        // Who is taken in the moment in which they would leave stays.
        if let patient { heap.push(.leave(chat: number), at: now + patient, last: true) }
    }

    private func request(of chat: Int, stream: Int) -> HandoffRequest {
        var request = requests[stream]
        request.conversation = conversation(of: chat)
        return request
    }

    private func conversation(of chat: Int) -> String { "c" + String(chat) }

    private func handleSeconds(of chat: Int) -> Double {
        guard !scenario.handleSecondsByQueue.isEmpty else { return scenario.handleSeconds }
        let queue = queues.names[chats[chat].queue]
        return scenario.handleSecondsByQueue[queue] ?? scenario.handleSeconds
    }

    private var isFull: Bool { chats.count >= scenario.mostCustomers ?? .max }

    private mutating func decide(_ chat: Int, hasLeft: Bool) {
        chats[chat].isWaiting = false
        waiting -= 1
        guard outcome.fates.indices.contains(chat) else { return }
        outcome.fates[chat].wait = now - chats[chat].arrived
        outcome.fates[chat].hasLeft = hasLeft
    }

    private mutating func leave(_ chat: Int) {
        guard chats[chat].isWaiting else { return }
        decide(chat, hasLeft: true)
        count(chat) { $0.abandoned += 1 }
        outcome.intervals[outcome.intervals.count - 1].abandoned += 1
        latest = chat
        send(.conversationEnded(conversation: conversation(of: chat)))
        settle()
        noteBacklog()
    }

    // MARK: The engine

    private var pending: [DeskCommand] = []

    private mutating func obey(_ agent: String, _ command: AgentCommand) {
        guard !agent.isEmpty else { return }
        pending.append(.agent(agent, command))
        settle()
    }

    /// What agents do at once: accepting and greeting.
    private mutating func settle() {
        while !pending.isEmpty {
            // Mostly there is one, which costs nothing to take from the end.
            send(pending.count == 1 ? pending.removeLast() : pending.removeFirst())
        }
    }

    private mutating func send(_ command: DeskCommand, chat: Int? = nil) {
        outcome.commands += 1
        let moment = Instant(milliseconds: scenario.start.milliseconds + now)
        let effects = desk.handle(command, at: moment)
        for index in effects.indices { take(effects[index], chat: chat) }
    }

    private mutating func take(_ effect: DeskEffect, chat: Int?) {
        switch effect {
        case .enqueued(let ticket, let queue, let serviceClass, let due):
            enqueue(ticket, queue, serviceClass, due, chat: chat)
        case .offered(let ticket, let agent, let epoch, _):
            pending.append(.agent(agent, .accept(ticket: ticket, epoch: epoch)))
        case .claimed(let ticket, let agent, let epoch): claim(ticket, agent, epoch)
        case .breached(let ticket, .firstReply, _):
            if let chat = self.chat(of: ticket) { breach(chat) }
        case .setTimer(let timer, let at):
            set(timer, at: max(now, at.milliseconds - scenario.start.milliseconds))
        case .cancelTimer(let timer): set(timer, at: nil)
        case .refused: outcome.unplaced += 1
        case .breached, .withdrawn, .ownerChanged, .sendToCustomer, .customerNotice, .escalated,
            .notify, .page, .nudge, .resolved, .draftKept, .told, .ticketChanged, .agentChanged:
            break
        }
    }

    private mutating func enqueue(
        _ ticket: String, _ queue: String, _ serviceClass: String, _ due: Instant?, chat: Int?
    ) {
        guard let chat, let sequence = desk.sequence(ofTicket: ticket),
            self.chat(of: sequence) == nil
        else { return noteBacklog() }
        while chatOfSequence.count <= sequence { chatOfSequence.append(nil) }
        chatOfSequence[sequence] = chat
        chats[chat].ticket = ticket
        chats[chat].queue = queues.number(of: queue)
        chats[chat].serviceClass = classes.number(of: serviceClass)
        chats[chat].hasPromise = due != nil
        classes.tallies[chats[chat].serviceClass].arrivals += 1
        queues.tallies[chats[chat].queue].arrivals += 1
    }

    private func chat(of sequence: Int) -> Int? {
        chatOfSequence.indices.contains(sequence) ? chatOfSequence[sequence] : nil
    }

    /// Most effects of a command are about its own ticket.
    private func chat(of ticket: String) -> Int? {
        if latest < chats.count, chats[latest].ticket == ticket { return latest }
        return desk.sequence(ofTicket: ticket).flatMap { chat(of: $0) }
    }

    private mutating func set(_ timer: DeskTimer, at due: Int64?) {
        switch timer {
        case .ticket(let id):
            guard let chat = chat(of: id) else { return }
            chats[chat].timer = due
            if let due { heap.push(.ticketTimer(chat: chat), at: due) }
        case .agent(let id):
            let known = agentTimers.firstIndex { $0.agent == id }
            let number = known ?? agentTimers.count
            if known == nil { agentTimers.append((id, nil)) }
            agentTimers[number].due = due
            if let due { heap.push(.agentTimer(number), at: due) }
        }
    }

    private mutating func claim(_ ticket: String, _ agent: String, _ epoch: Int) {
        guard let chat = chat(of: ticket) else { return }
        latest = chat
        if chats[chat].isWaiting { serve(chat) }
        pending.append(.agent(agent, .reply(ticket: ticket, epoch: epoch, text: "Hello.")))
        heap.push(.resolve(chat: chat, epoch: epoch), at: now + chats[chat].handle)
    }

    private mutating func serve(_ chat: Int) {
        decide(chat, hasLeft: false)
        let wait = now - chats[chat].arrived
        let inTime = Double(wait) <= scenario.targetSeconds * 1000
        let promise = chats[chat].hasPromise && !chats[chat].isLate
        count(chat) {
            $0.served += 1
            $0.waitSeconds += Double(wait) / 1000
            $0.waits.append(wait)
            if inTime { $0.inTime += 1 }
            if promise {
                $0.promised += 1
                $0.kept += 1
            }
        }
        let last = outcome.intervals.count - 1
        outcome.intervals[last].served += 1
        outcome.intervals[last].waitSeconds += Double(wait) / 1000
        if inTime { outcome.intervals[last].inTime += 1 }
        outcome.busySeconds += Double(chats[chat].handle) / 1000
        score(chat, wait: Double(wait) / 1000)
        noteBacklog()
    }

    private mutating func breach(_ chat: Int) {
        guard !chats[chat].isLate, chats[chat].hasPromise else { return }
        chats[chat].isLate = true
        count(chat) { $0.promised += 1 }
    }

    private mutating func score(_ chat: Int, wait: Double) {
        guard scenario.scoresEstimates, let estimate = chats[chat].estimate else { return }
        outcome.estimates.waits += 1
        if wait <= estimate.p90 { outcome.estimates.covered += 1 }
        outcome.estimates.errorSum += abs(wait - estimate.median)
        outcome.estimates.averageErrorSum += abs(wait - chats[chat].average)
        average = average * 0.75 + wait * 0.25
    }

    private mutating func count(_ chat: Int, _ change: (inout Served) -> Void) {
        change(&outcome.all)
        change(&classes.tallies[chats[chat].serviceClass])
        change(&queues.tallies[chats[chat].queue])
    }

    // MARK: Time

    private mutating func shift(_ agent: String, to command: AgentCommand) {
        countSlots()
        let capacity = scenario.plan.agent(agent)?.capacity ?? 0
        slotsOnline += command == .online ? capacity : -capacity
        obey(agent, command)
    }

    private mutating func countSlots() {
        let seconds = Double(slotsOnline) * Double(now - slotsSince) / 1000
        slotsSince = now
        outcome.slotSeconds += seconds
        outcome.intervals[outcome.intervals.count - 1].slots += seconds
    }

    private mutating func closeInterval() {
        countSlots()
        let last = outcome.intervals.count - 1
        let width = Double(now) / 1000 - outcome.intervals[last].startSeconds
        outcome.intervals[last].slots /= max(width, 0.001)
        outcome.intervals[last].backlog = waiting
    }

    private mutating func noteBacklog() {
        if waiting > outcome.highestBacklog {
            outcome.highestBacklog = waiting
            outcome.clearedAfterSeconds = nil
        } else if waiting == 0, outcome.clearedAfterSeconds == nil {
            outcome.clearedAfterSeconds = Double(now) / 1000
        }
    }
}
