/// Conditions: form, fields, types and values.
enum ConditionBreaks {
    static let path = #filePath
    static let text = #"""
        ### two equals signs
        cancel_order/flow.yaml
        - order.status = open
        + order.status == open
        > cancel_order/flow.yaml:17:29: there is no ==; write a single = [bad-condition]

        ### a test that asks nothing
        cancel_order/flow.yaml
        - [order is missing]
        + [order]
        > cancel_order/flow.yaml:13:21: nothing is asked of 'order'; add `is set`, `is missing`, or an operator and a value [bad-condition]

        ### a place inside a quoted test
        cancel_order/flow.yaml
        - [order is missing]
        + ["order is absent"]
        > cancel_order/flow.yaml:13:23: `is` goes with `set` or `missing`; write `= absent` [bad-condition]

        ### an unknown key of a condition
        cancel_order/flow.yaml
        - {any: [reason
        + {or: [reason
        > cancel_order/flow.yaml:17:38: a condition has no key 'or'; its keys are all, any, not [unknown-key]

        ### a field that is not declared
        cancel_order/flow.yaml
        - reason = late
        + reasn = late
        > cancel_order/flow.yaml:17:44: the field 'reasn' is not declared; did you mean 'reason'? [unknown-field]

        ### a field that the action does not give
        cancel_order/flow.yaml
        - order.status = open
        + order.state = open
        > cancel_order/flow.yaml:17:16: 'order.state': there is no field 'state'; did you mean 'status'? [unknown-field]

        ### a field of a text
        cancel_order/flow.yaml
        - order.status = open
        + order.note.text = open
        > cancel_order/flow.yaml:17:16: 'order.note.text': 'note' is no record and has no fields; compare 'note' itself [unknown-field]

        ### a value that cannot be
        cancel_order/flow.yaml
        - order.status = open
        + order.status = opened
        > cancel_order/flow.yaml:17:16: 'order.status' is never 'opened'; did you mean 'open'? [impossible-value]

        ### a value that the entity does not have
        cancel_order/flow.yaml
        - reason = late
        + reason = lat
        > cancel_order/flow.yaml:17:44: 'reason' is never 'lat'; did you mean 'late'? [impossible-value]

        ### money against a number
        cancel_order/flow.yaml
        - order.total >= 10 EUR
        + order.total >= 10
        > cancel_order/flow.yaml:17:59: 'order.total' is an amount of money, and 10 is not; write an amount with its currency, as 500 EUR [wrong-type]

        ### a flag against a word
        cancel_order/flow.yaml
        - order.status = open
        + order.is_late = yes
        > cancel_order/flow.yaml:17:16: 'order.is_late' is true or false, and yes is not; write true or false [wrong-type]

        ### a moment with an order
        cancel_order/flow.yaml
        - order.status = open
        + order.delivered_at > 2026-01-01
        > cancel_order/flow.yaml:17:16: `>` does not fit 'order.delivered_at', which is a moment; use `within 30d` [wrong-type]

        ### a number within a time
        cancel_order/flow.yaml
        - order.status = open
        + order.days within 3d
        > cancel_order/flow.yaml:17:16: `within` does not fit 'order.days', which is a whole number; compare with = < or > [wrong-type]

        ### a number against a text
        cancel_order/flow.yaml
        - order.status = open
        + order.note = 12
        > cancel_order/flow.yaml:17:16: 'order.note' is a text, and 12 is not; put it in quotes: '12' [wrong-type]

        ### a list as a value
        cancel_order/flow.yaml
        - order.status = open
        + order.items = open
        > cancel_order/flow.yaml:17:16: `=` does not fit 'order.items', which is a list; use `has`, or compare its count [wrong-type]

        ### a text with an order
        cancel_order/flow.yaml
        - order.status = open
        + order.status > 5
        > cancel_order/flow.yaml:17:16: `>` does not fit 'order.status', which is a text; use = or != [wrong-type]

        ### another field that does not exist
        cancel_order/flow.yaml
        - order.status = open
        + order.status = $order.stat
        > cancel_order/flow.yaml:17:16: 'order.stat': there is no field 'stat'; did you mean 'status'? [unknown-field]

        ### a field of the conversation
        cancel_order/flow.yaml
        - order.status = open
        + conversation.failed_turn > 1
        > cancel_order/flow.yaml:17:16: 'conversation.failed_turn': there is no field 'failed_turn'; did you mean 'failed_turns'? [unknown-field]

        ### an intent in a rule of the desk
        desk.yaml
        - intent = cancel_order
        + intent = cancel_ordr
        > desk.yaml:7:42: 'intent' is never 'cancel_ordr'; did you mean 'cancel_order'? [impossible-value]

        ### a field in a rule of the desk
        desk.yaml
        - order.total >=
        + ordr.total >=
        > desk.yaml:7:18: the field 'ordr' is not declared; did you mean 'order'? [unknown-field]

        ### a wish for a person without words for it
        desk.yaml
        - message mentions legal_words
        + said human
        > desk.yaml:6:20: word list 'human_words' is not declared; declare it in entities.yaml under word_lists: [unknown-word-list]

        ### something else that was said
        desk.yaml
        - message mentions legal_words
        + said robot
        > desk.yaml:6:20: 'said.robot': there is no field 'robot'; the fields are human, who [unknown-field]
        """#
}
