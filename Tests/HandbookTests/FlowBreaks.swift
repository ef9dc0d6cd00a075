/// The static proofs over a flow.
enum FlowBreaks {
    static let path = #filePath
    static let text = #"""
        ### a state that nothing leads to
        cancel_order/flow.yaml
        - declined: kept
        -     expires: 24h -> kept
        + declined: refuse
        > cancel_order/flow.yaml:34:3: no way leads to the state 'kept'; remove it, or name it in a goto:, next: or outcome [unreachable-state]

        ### branches without else
        cancel_order/flow.yaml
        - - else: refuse
        + - when: [order.is_late = true]
        +         goto: refuse
        > cancel_order/flow.yaml:13:7: the branches have no `else`; add `- else: state` at the end [missing-else]

        ### branches after else
        cancel_order/flow.yaml
        - - when: [order is missing]
        + - else: kept
        +       - when: [order is missing]
        > cancel_order/flow.yaml:13:9: the branches after `else` are never taken; move `else` to the end [unreachable-branch]

        ### an outcome that is not handled
        cancel_order/flow.yaml
        -     rejected: refuse
        -
        +
        > cancel_order/flow.yaml:26:9: the outcome 'rejected' of 'shop.cancel' is not handled; add rejected: with a step [missing-outcome]

        ### an outcome that does not exist
        cancel_order/flow.yaml
        - rejected: refuse
        + rejectd: refuse
        > cancel_order/flow.yaml:26:9: the outcome 'rejected' of 'shop.cancel' is not handled; add rejected: with a step [missing-outcome]
        > cancel_order/flow.yaml:29:5: 'shop.cancel' has no outcome 'rejectd'; did you mean 'rejected'? [unknown-outcome]

        ### a step that leads nowhere
        cancel_order/flow.yaml
        - say: nothing_done
        -     end: cancelled
        + say: nothing_done
        > cancel_order/flow.yaml:35:3: the step leads nowhere; add goto:, end:, handoff: or start: [dead-end]

        ### two ways on
        cancel_order/flow.yaml
        - say: nothing_done
        -     end: cancelled
        + say: nothing_done
        +     end: cancelled
        +     goto: refuse
        > cancel_order/flow.yaml:38:5: two ways on: 'end' and 'goto'; keep one of them [wrong-shape]

        ### a circle without an end
        cancel_order/flow.yaml
        - say: nothing_done
        -     end: cancelled
        + say: nothing_done
        +     goto: again
        +   again:
        +     ask: confirm_cancel
        +     agreed: again
        +     declined: again
        > cancel_order/flow.yaml:35:3: from the state 'kept' no way leads to an end; add an end: or a handoff: to one of its ways [dead-end]
        > cancel_order/flow.yaml:38:3: from the state 'again' no way leads to an end; add an end: or a handoff: to one of its ways [dead-end]
        > cancel_order/flow.yaml:38:3: the question of 'again' may be asked for ever: its answer leads back to it; lead the answer to an end, or to a state that collects a slot [unbounded-question]

        ### a circle that never waits
        cancel_order/flow.yaml
        - clear: [order_id]
        -         goto
        + goto
        > cancel_order/flow.yaml:10:3: the circle collect → collect never waits for the customer; clear a slot that it collects, ask something, or end [endless-loop]

        ### a circle through an action
        cancel_order/flow.yaml
        - failed: {handoff: {queue: general, reason: action_failed}}
        + failed: cancel
        > cancel_order/flow.yaml:25:3: the circle cancel → cancel never waits for the customer; clear a slot that it collects, ask something, or end [endless-loop]

        ### a write without a yes
        cancel_order/flow.yaml
        - goto: confirm
        + goto: cancel
        > cancel_order/flow.yaml:20:3: no way leads to the state 'confirm'; remove it, or name it in a goto:, next: or outcome [unreachable-state]
        > cancel_order/flow.yaml:25:3: 'shop.cancel' can be reached without the customer's yes: collect → cancel; lead every way to 'cancel' through `agreed:` of a state with ask: [unconfirmed-write]
        > cancel_order/flow.yaml:35:3: no way leads to the state 'kept'; remove it, or name it in a goto:, next: or outcome [unreachable-state]

        ### a write after something was collected anew
        cancel_order/flow.yaml
        - agreed: cancel
        -
        + agreed: more
        +
        cancel_order/flow.yaml
        -   cancel:
        -
        +   more:
        +     collect: [reason]
        +     next: cancel
        +   cancel:
        +
        > cancel_order/flow.yaml:28:3: 'shop.cancel' can be reached without the customer's yes: collect → confirm → more → cancel; lead every way to 'cancel' through `agreed:` of a state with ask: [unconfirmed-write]

        ### a write without a key
        cancel_order/flow.yaml
        -     key: [order_id]
        -
        +
        > cancel_order/flow.yaml:26:9: the write 'shop.cancel' has no key; add key: with the slots that make it one of a kind [missing-write-key]

        ### a slot that is not surely set
        cancel_order/flow.yaml
        - collect: [order_id, reason]
        + collect: [order_id]
        > cancel_order/flow.yaml:6:38: warning: the slot 'reason' is never asked for; take ask: out, or name the slot in collect: of a state [unused-reply]
        > cancel_order/flow.yaml:21:10: 'reason' may have no value here, and the reply 'cancel_order.confirm_cancel' reads it; collect or set it on every way to here [unset-value]
        > cancel_order/flow.yaml:26:31: 'reason' may have no value here, and an argument of 'shop.cancel' reads it; collect or set it on every way to here [unset-value]

        ### a slot that was cleared
        cancel_order/flow.yaml
        - agreed: cancel
        -
        + agreed: {clear: [reason], goto: cancel}
        +
        > cancel_order/flow.yaml:26:31: 'reason' may have no value here, and an argument of 'shop.cancel' reads it; collect or set it on every way to here [unset-value]

        ### a fact that may be missing
        cancel_order/flow.yaml
        - - when: [order is missing]
        -         say: order_unknown
        -         clear: [order_id]
        -         goto: collect
        -       - when: [order.status = open, {any: [reason = late, order.total >= 10 EUR]}]
        + - when: [reason = late]
        > cancel_order/en.yaml:16:3: warning: the reply 'order_unknown' is never said; remove it, or say it in flow.yaml [unused-reply]
        > cancel_order/flow.yaml:17:10: 'order' may have no value here, and the reply 'cancel_order.confirm_cancel' reads it; take another branch first: `when: [order is missing]` [unset-value]

        ### a result where no action ran
        cancel_order/en.yaml
        - nothing_done: All right.
        + nothing_done: "All right, {$result.receipt}."
        > cancel_order/flow.yaml:36:10: 'result' may have no value here, and the reply 'cancel_order.nothing_done' reads it; read it in the steps of a `do:`, or keep it with `set:` [unset-value]

        ### a value that only one way sets
        cancel_order/en.yaml
        - refused: Sorry,
        + refused: "Sorry, {$receipt}"
        +   other: Sorry,
        > cancel_order/en.yaml:19:3: warning: the reply 'other' is never said; remove it, or say it in flow.yaml [unused-reply]
        > cancel_order/flow.yaml:32:10: 'receipt' may have no value here, and the reply 'cancel_order.refused' reads it; collect or set it on every way to here [unset-value]

        ### personal data before somebody is verified
        identify/en.yaml
        - I do not know {$email}.
        + Hello {$customer.name}.
        > identify/flow.yaml:12:20: the reply 'identify.unknown' tells 'customer' to somebody who may not be verified; add `needs: identify` to the flow, or say it after `identify:` [personal-data]

        ### a customer that is not known
        cancel_order/flow.yaml
        - needs: identify
        -
        +
        > cancel_order/flow.yaml:20:10: the reply 'cancel_order.confirm_cancel' tells 'order' to somebody who may not be verified; add `needs: identify` to the flow, or say it after `identify:` [personal-data]
        > cancel_order/flow.yaml:25:39: 'customer' may have no value here, and an argument of 'shop.cancel' reads it; add `needs: identify` to the flow [unset-value]

        ### a fact that needs itself
        cancel_order/flow.yaml
        - shop.order(order_id, customer.id)
        + shop.order(order.id, customer.id)
        > cancel_order/flow.yaml:8:3: the fact 'order' needs itself; take it out of the arguments it comes from [fact-cycle]

        ### an unused slot and an unused fact
        cancel_order/flow.yaml
        - facts:
        -
        +   spare: {type: email, ask: ask_reason}
        + facts:
        +   more: shop.order(order_id, customer.id)
        +
        > cancel_order/flow.yaml:7:3: warning: the slot 'spare' is never used; remove it, or collect it [unused-slot]
        > cancel_order/flow.yaml:7:29: warning: the slot 'spare' is never asked for; take ask: out, or name the slot in collect: of a state [unused-reply]
        > cancel_order/flow.yaml:9:3: warning: the fact 'more' is never used; remove it [unused-fact]

        ### an expiry in other words
        cancel_order/flow.yaml
        - 24h -> kept
        + after 24h: kept
        > cancel_order/flow.yaml:24:23: not YAML: mapping values are not allowed in this context; quote the text: it holds ': ' [yaml-syntax]

        ### flows that start each other
        identify/flow.yaml
        - starts: []
        + starts: []
        + needs: cancel_order
        > cancel_order/flow.yaml:2:8: the flow 'cancel_order' leads to itself without waiting for the customer; ask something before `start:`, or take it out of needs: [endless-loop]
        > identify/flow.yaml:3:8: the flow 'identify' leads to itself without waiting for the customer; ask something before `start:`, or take it out of needs: [endless-loop]
        > identify/flow.yaml:3:8: the flow 'cancel_order' never ends `verified`; add `end: verified` where it has identified the customer [unverified]

        ### a migration to names that are not there
        cancel_order/flow.yaml
        - needs: identify
        + needs: identify
        + migrate: {states: {old: kep}, slots: {number: order_nr}, else: confirmed}
        > cancel_order/flow.yaml:3:25: state 'kep' is not declared; did you mean 'kept'? [unknown-state]
        > cancel_order/flow.yaml:3:47: slot 'order_nr' is not declared; did you mean 'order_id'? [unknown-slot]
        > cancel_order/flow.yaml:3:64: state 'confirmed' is not declared; did you mean 'confirm'? [unknown-state]

        ### what only repairs may do with a question
        cancel_order/flow.yaml
        - say: nothing_done
        -     end: cancelled
        + say: nothing_done
        +     question: leave
        > cancel_order/flow.yaml:37:5: only a repair can use 'question'; write goto: or end:, or move the flow into repairs/ [bad-value]

        ### a confirmation whose no leads back to it
        cancel_order/flow.yaml
        - declined: kept
        + declined: confirm
        > cancel_order/flow.yaml:20:3: the question of 'confirm' may be asked for ever: its answer leads back to it; lead the answer to an end, or to a state that collects a slot [unbounded-question]

        ### tries that are used up lead to another question
        cancel_order/flow.yaml
        - states:
        + on:
        +   exhausted: kept
        + states:
        cancel_order/flow.yaml
        - say: nothing_done
        -     end: cancelled
        + say: nothing_done
        +     goto: collect
        > cancel_order/flow.yaml:10:3: when all tries are used up, 'kept' asks again; hand over to a person, or end [unbounded-question]

        ### two flows that start each other
        cancel_order/flow.yaml
        - goto: confirm
        + start: keep_order
        keep_order/flow.yaml
        - *
        + flow: keep_order
        + starts: []
        + needs: identify
        + slots:
        +   order_id: {type: order, ask: cancel_order.ask_order}
        +   reason: {type: cancel_reason, ask: cancel_order.ask_reason}
        + facts:
        +   order: shop.order(order_id, customer.id)
        + states:
        +   look:
        +     collect: [order_id]
        +     next:
        +       - when: [order.days > 3]
        +         start: cancel_order
        +       - else: {say: cancel_order.nothing_done, end: resolved}
        > cancel_order/flow.yaml:18:16: warning: the flows keep_order → cancel_order → keep_order may start each other without asking the customer anything; ask something in between, or make the conditions exclude each other [digression-cycle]
        > cancel_order/flow.yaml:20:3: no way leads to the state 'confirm'; remove it, or name it in a goto:, next: or outcome [unreachable-state]
        > cancel_order/flow.yaml:25:3: no way leads to the state 'cancel'; remove it, or name it in a goto:, next: or outcome [unreachable-state]
        > cancel_order/flow.yaml:35:3: no way leads to the state 'kept'; remove it, or name it in a goto:, next: or outcome [unreachable-state]
        > keep_order/flow.yaml:1:1: the flow has no words; write en.yaml beside it [missing-translation]
        > keep_order/flow.yaml:6:3: warning: the slot 'reason' is never used; remove it, or collect it [unused-slot]
        > keep_order/flow.yaml:6:38: warning: the slot 'reason' is never asked for; take ask: out, or name the slot in collect: of a state [unused-reply]

        ### a slot with a question that no state asks
        cancel_order/flow.yaml
        - collect: [order_id, reason]
        + collect: [order_id]
        cancel_order/flow.yaml
        - reason: {type: cancel_reason, ask: ask_reason}
        + reason: {type: cancel_reason, ask: ask_reason, from: [customer.reason]}
        > cancel_order/flow.yaml:6:38: warning: the slot 'reason' is never asked for; take ask: out, or name the slot in collect: of a state [unused-reply]
        > cancel_order/flow.yaml:21:10: 'reason' may have no value here, and the reply 'cancel_order.confirm_cancel' reads it; collect or set it on every way to here [unset-value]
        > cancel_order/flow.yaml:26:31: 'reason' may have no value here, and an argument of 'shop.cancel' reads it; collect or set it on every way to here [unset-value]
        """#
}
