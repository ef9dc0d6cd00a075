import Facts

/// What can happen to a ticket.
enum TicketEvent: Hashable {
    case offer(agent: String, until: Instant)
    case accept
    /// The offer failed or was withdrawn.
    case dropOffer
    case claim(agent: String)
    /// The claim ends and the ticket waits again: lost lease, transfer, no reply.
    case requeue
    case park(until: Instant, why: ParkReason)
    /// The customer agreed to be called back then.
    case bookCallback(until: Instant)
    case wake
    case resolve(wrapUpUntil: Instant?)
    case endWrapUp
    case reopen
    /// It ends without a resolution by an agent, or the time to reopen it is over.
    case close
    case fail(why: String)
    case kick
    case takeOver(lead: String)
}

extension TicketState {
    /// The state after `event`; nil when the event cannot happen here.
    func after(_ event: TicketEvent) -> TicketState? {
        switch (self, event) {
        case (.queued, .offer(let agent, let until)): .offered(agent: agent, until: until)
        // What is offered, held, asleep or ended does not wait.
        case (_, .offer): nil

        case (.offered(let agent, _), .accept): .claimed(agent: agent)
        case (.offered, .dropOffer): .queued
        // Without an offer there is nothing to accept or drop.
        case (_, .accept), (_, .dropOffer): nil

        case (.queued, .claim(let agent)), (.parked, .claim(let agent)): .claimed(agent: agent)
        // An offer belongs to its agent; attention is for leads.
        case (_, .claim): nil

        case (.claimed, .requeue): .queued
        case (.claimed, .park(let until, let why)): .parked(until: until, why: why)
        case (.claimed(let agent), .resolve(let until?)): .wrapUp(agent: agent, until: until)
        case (.claimed, .resolve(nil)): .resolved
        case (.queued, .bookCallback(let until)), (.parked, .bookCallback(let until)):
            .parked(until: until, why: .callback)
        // An agent who has the ticket agrees on the time in person.
        case (_, .bookCallback): nil
        // Only the owner gives a ticket back, parks or resolves it.
        case (_, .requeue), (_, .park), (_, .resolve): nil

        case (.parked, .wake), (.attention, .kick): .queued
        // Nothing else sleeps or needs a lead.
        case (_, .wake), (_, .kick): nil

        case (.wrapUp, .endWrapUp): .resolved
        case (.wrapUp, .reopen), (.resolved, .reopen): .queued
        // Only what was resolved can be reopened, and closed is final.
        case (_, .endWrapUp), (_, .reopen): nil

        case (.queued, .fail(let why)), (.offered, .fail(let why)): .attention(why: why)
        // An agent who has the ticket is proof that it can be placed.
        case (_, .fail): nil

        case (.wrapUp, .takeOver), (.resolved, .takeOver), (.closed, .takeOver): nil
        case (_, .takeOver(let lead)): .claimed(agent: lead)

        case (.closed, .close): nil
        // The customer may leave, and the bot may take back, whatever the state.
        case (_, .close): .closed
        }
    }
}
