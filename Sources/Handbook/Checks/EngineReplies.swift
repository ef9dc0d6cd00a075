import Desk

/// What the engine and the desk bring along: the replies that they say by themselves, with the
/// values they fill in, the repairs that they start, the events that they raise.
///
/// Whoever makes the machine say another one adds it here; the pack must have each of them.
enum EngineReplies {
    /// By name in `repairs/engine/<language>.yaml`.
    static let arguments: [String: [String]] = [
        "after_hours": ["opens"],
        "agent_joined": ["agent"],
        "agent_left": ["agent"],
        "agent_lost": [],
        "back_to_bot": ["agent"],
        "choose_one": ["choices", "menu"],
        "plain_yes": [],
        "clarify": ["first", "second"],
        "corrected": ["slot", "value"],
        "would_be": ["slot", "value", "price"],
        "taken_out": ["slot", "value"],
        "desk_full": [],
        "finish_first": [],
        "handed_over": ["queue"],
        "how_can_i_help": [],
        "next_wish": ["wish"],
        "noted": ["wish"],
        "offer_handoff": [],
        "shop_unavailable": [],
        "summary_customer": ["customer", "language"],
        "summary_done": ["type", "order", "key"],
        "summary_failure": ["action", "reason", "attempts"],
        "summary_last_words": ["text"],
        "summary_reasons": ["reasons"],
        "summary_unknown": ["language"],
        "summary_wish": ["wish", "details"],
    ]

    /// May be there: later parts of the machine say them.
    static let optional: [String: [String]] = [
        "added_to_request": [],
        "anything_else": [],
        "as_asked": [],
        "back_to": ["wish"],
        "ask_satisfaction": [],
        "callback_agreed": ["at"],
        "choices_left": ["choices", "menu"],
        "callback_due": [],
        "callback_number": [],
        "callback_off": [],
        "callback_offer": ["at"],
        "checking": [], "frozen": [], "over_daily_limit": [],
        "resumed": ["flow"],
        "contact_ask": ["opens"],
        "contact_noted": ["opens"],
        "letter_closing": [],
        "letter_hello": [],
        "letter_hello_customer": ["first_name", "last_name"],
        "narrow": ["count", "attribute", "values"],
        "narrow_by_name": ["count", "values"],
        "nearest": ["values", "choices", "menu"],
        "no_other": ["value"],
        "not_owned": ["thing"],
        "opens_at": ["opens"],
        "otherwise": [],
        "passed_on": [],
        "place_kept": [],
        "plain_answer": [],
        "reopened": ["agent"],
        "satisfaction_sorry": [],
        "satisfaction_thanks": [],
        "say_it_again": [],
        "still_there": [],
        "summary_contact": ["contact"],
        "summary_customer_unnamed": ["customer", "language"],
        "summary_order": ["order"],
        "summary_order_undated": ["order"], "summary_wish_plain": ["wish"],
        "unanswered": [], "unknown_here": [],
        "way_out": [],
        "wait": ["place", "median", "long"],
        "wait_longer": ["place", "median", "long", "reason"],
        "wait_unknown": ["place"],
        "what_instead": [],
        "withdraw_confirm": [],
        "withdrawn": [],
    ]

    /// Needed where pack.yaml asks how well the bot helped.
    static let ofRating = ["ask_satisfaction", "satisfaction_sorry", "satisfaction_thanks"]

    /// The repairs that the engine starts without a phrase of their own.
    static let flows = ["not_understood", "clarify", "corrected", "silence", "general"]

    /// What the engine raises itself: errors are events.
    static let events = [
        "failed", "no_choice", "not_known", "exhausted", "skipped", "keeps",
    ]

    static let folder = "engine"
}

extension DeskPlan {
    /// The replies that the ladders say: `ask: still_there` is `repair.still_there`. A call back has words of its own.
    var ladderReplies: [String] {
        (waitingLadder + claimedLadder).flatMap(\.actions).compactMap { action in
            switch action {
            case .ask(let what): "repair.\(what)"
            case .offer(let what): what == "callback" ? nil : "repair.offer_\(what)"
            case .widen, .notify, .raise, .tellWait, .park, .page, .nudge, .requeue: nil
            }
        }
    }
}
