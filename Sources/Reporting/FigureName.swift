/// What a report counts and measures; each with its formula, so that nobody has to guess.
public enum FigureName: String, Hashable, Sendable, Codable, CaseIterable {
    case conversations
    case tickets
    case backlog
    case botFirstReply = "bot_first_reply"
    case wait
    case firstReply = "first_reply"
    case nextReply = "next_reply"
    case resolution
    case handleTime = "handle_time"
    case firstReplyLevel = "first_reply_level"
    case nextReplyLevel = "next_reply_level"
    case resolutionLevel = "resolution_level"
    case abandonment
    case occupancy
    case containment
    case resolvedConfirmed = "resolved_confirmed"
    case resolvedAssumed = "resolved_assumed"
    case reopened
    case transferred
    case satisfaction
    case satisfactionAnswers = "satisfaction_answers"
    case quality

    /// What a value is measured in.
    public enum Unit: String, Hashable, Sendable, Codable {
        /// A number of things.
        case count
        /// A mean of seconds, with percentiles.
        case seconds
        /// 0…1.
        case share
    }
}

extension FigureName {
    public var unit: Unit {
        switch self {
        case .conversations, .tickets, .backlog: .count
        case .botFirstReply, .wait, .firstReply, .nextReply, .resolution, .handleTime: .seconds
        case .firstReplyLevel, .nextReplyLevel, .resolutionLevel, .abandonment, .occupancy,
            .containment, .resolvedConfirmed, .resolvedAssumed, .reopened, .transferred,
            .satisfaction, .satisfactionAnswers, .quality:
            .share
        }
    }

    /// For people.
    public var title: String {
        switch self {
        case .conversations: "Conversations begun"
        case .tickets: "Tickets made"
        case .backlog: "Backlog at the end"
        case .botFirstReply: "First reply of the bot"
        case .wait: "Wait for an agent"
        case .firstReply: "First reply of a person"
        case .nextReply: "Next reply"
        case .resolution: "Time to resolution"
        case .handleTime: "Handle time"
        case .firstReplyLevel: "Service level, first reply"
        case .nextReplyLevel: "Service level, next reply"
        case .resolutionLevel: "Service level, resolution"
        case .abandonment: "Abandonment"
        case .occupancy: "Occupancy"
        case .containment: "Containment"
        case .resolvedConfirmed: "Resolved by the bot, confirmed"
        case .resolvedAssumed: "Resolved by the bot, assumed"
        case .reopened: "Reopened"
        case .transferred: "Transfers"
        case .satisfaction: "Satisfaction"
        case .satisfactionAnswers: "Satisfaction, answered"
        case .quality: "Quality"
        }
    }

    /// What stands above and below the line.
    public var formula: String {
        switch self {
        case .conversations: "conversations whose first message came in the period"
        case .tickets: "tickets made in the period"
        case .backlog:
            "tickets open at the end of the period: made, and neither resolved nor closed"
        case .botFirstReply:
            "seconds from a conversation's first message to the bot's answer / such answers"
        case .wait:
            "seconds from handoff (or requeue) until an agent has the ticket / times one took it"
        case .firstReply: "seconds from handoff to the first reply of an agent / first replies"
        case .nextReply:
            "seconds from the customer's first unanswered message to the reply / such replies"
        case .resolution: "seconds from handoff (or reopening) to resolution / resolutions"
        case .handleTime:
            "seconds that agents held a ticket, wrap-up included, until it ended / endings"
        case .firstReplyLevel:
            "first replies within the promise / promises that were met or broken"
        case .nextReplyLevel: "next replies within the promise / promises that were met or broken"
        case .resolutionLevel: "resolutions within the promise / promises that were met or broken"
        case .abandonment:
            "customers who left before an agent took the ticket / tickets taken or left"
        case .occupancy: "seconds online with at least one ticket in hand / seconds online"
        case .containment:
            "conversations begun that never became a ticket / conversations begun"
        case .resolvedConfirmed:
            "contained conversations that ended in a resolution and were thanked or graded 4 or 5"
                + " / conversations begun"
        case .resolvedAssumed:
            "contained conversations that ended in a resolution without a word after it, and the"
                + " customer did not come back within 72 h / conversations begun"
        case .reopened: "tickets reopened / tickets resolved"
        case .transferred: "tickets that ended after at least one transfer / tickets that ended"
        case .satisfaction: "grades 4 and 5 / grades"
        case .satisfactionAnswers: "grades / tickets that a person resolved: each is asked once"
        case .quality: "points / points possible, over all judged conversations"
        }
    }
}
