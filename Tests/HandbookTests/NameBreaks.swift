/// Names that are not declared, and calls that do not fit.
enum NameBreaks {
    static let path = #filePath
    static let text = #"""
        ### a slot
        cancel_order/flow.yaml
        - collect: [order_id, reason]
        + collect: [order_id, reasn]
        > cancel_order/flow.yaml:6:38: warning: the slot 'reason' is never asked for; take ask: out, or name the slot in collect: of a state [unused-reply]
        > cancel_order/flow.yaml:11:25: slot 'reasn' is not declared; did you mean 'reason'? [unknown-slot]
        > cancel_order/flow.yaml:21:10: 'reason' may have no value here, and the reply 'cancel_order.confirm_cancel' reads it; collect or set it on every way to here [unset-value]
        > cancel_order/flow.yaml:26:31: 'reason' may have no value here, and an argument of 'shop.cancel' reads it; collect or set it on every way to here [unset-value]

        ### a slot in an argument
        cancel_order/flow.yaml
        - shop.cancel(order_id, reason, customer.id)
        + shop.cancel(order_nr, reason, customer.id)
        > cancel_order/flow.yaml:26:21: slot 'order_nr' is not declared; did you mean 'order_id'? [unknown-slot]

        ### a state
        cancel_order/flow.yaml
        - agreed: cancel
        + agreed: cancle
        > cancel_order/flow.yaml:22:13: state 'cancle' is not declared; did you mean 'cancel'? [unknown-state]
        > cancel_order/flow.yaml:25:3: no way leads to the state 'cancel'; remove it, or name it in a goto:, next: or outcome [unreachable-state]

        ### a state in an expiry
        cancel_order/flow.yaml
        - 24h -> kept
        + 24h -> keep
        > cancel_order/flow.yaml:24:14: state 'keep' is not declared; did you mean 'kept'? [unknown-state]

        ### a reply
        cancel_order/flow.yaml
        - say: order_unknown
        + say: order_unknwon
        > cancel_order/en.yaml:16:3: warning: the reply 'order_unknown' is never said; remove it, or say it in flow.yaml [unused-reply]
        > cancel_order/flow.yaml:14:14: the reply 'order_unknwon' is not declared; did you mean 'order_unknown'? [unknown-reply]

        ### a part that nothing asks for
        entities.yaml
        - email: {entity: email}
        + email: {entity: email, parts: {host: letters}}
        > identify/flow.yaml:4:3: nothing asks for host of the slot 'email'; add parts: with a reply for each part [missing-key]

        ### a part that the type has not
        identify/flow.yaml
        - ask: ask_email}
        + ask: ask_email, parts: {host: ask_email}}
        > identify/flow.yaml:4:48: part 'host' is not declared; the type 'email' declares its parts in entities.yaml [bad-value]

        ### a shape of a part
        entities.yaml
        - email: {entity: email}
        + email: {entity: email, parts: {host: words}}
        > entities.yaml:8:40: 'words' is not a shape; write one of letters, digits [bad-value]

        ### a type
        cancel_order/flow.yaml
        - {type: order,
        + {type: ordr,
        > cancel_order/flow.yaml:5:20: type 'ordr' is not declared; did you mean 'order'? [unknown-type]

        ### an action
        cancel_order/flow.yaml
        - order: shop.order(order_id, customer.id)
        + order: shop.oder(order_id, customer.id)
        > cancel_order/en.yaml:14:7: '{$order.total}' has no value: 'order' is not declared; the names are customer, member, order_id, reason, receipt, result [unknown-variable]
        > cancel_order/flow.yaml:8:10: action 'shop.oder' is not declared; did you mean 'shop.order'? [unknown-action]
        > cancel_order/flow.yaml:13:16: the field 'order' is not declared; declare it under slots: or facts: [unknown-field]
        > cancel_order/flow.yaml:17:16: the field 'order' is not declared; declare it under slots: or facts: [unknown-field]
        > cancel_order/flow.yaml:17:59: the field 'order' is not declared; declare it under slots: or facts: [unknown-field]
        > desk.yaml:7:18: the field 'order' is not declared; declare it under slots: or facts: [unknown-field]

        ### an entity
        entities.yaml
        - email: {entity: email}
        + email: {entity: emial}
        > entities.yaml:8:19: entity 'emial' is not declared; did you mean 'email'? [unknown-entity]

        ### a flow that is needed
        cancel_order/flow.yaml
        - needs: identify
        + needs: identity
        > cancel_order/flow.yaml:2:8: flow 'identity' is not declared; did you mean 'identify'? [unknown-flow]

        ### a flow that can not verify anybody
        identify/flow.yaml
        - end: verified
        + end: resolved
        > cancel_order/flow.yaml:2:8: the flow 'identify' never ends `verified`; add `end: verified` where it has identified the customer [unverified]

        ### an intent of a handler
        cancel_order/flow.yaml
        - expires: 24h -> kept
        + on: {intent cancel_oder: kept}
        > cancel_order/flow.yaml:24:10: intent 'cancel_oder' is not declared; did you mean 'cancel_order'? [unknown-intent]

        ### a queue
        cancel_order/flow.yaml
        - {queue: general, reason: policy}
        + {queue: genral, reason: policy}
        > cancel_order/flow.yaml:33:30: queue 'genral' is not declared; did you mean 'general'? [unknown-queue]

        ### a word list
        desk.yaml
        - mentions legal_words
        + mentions legal_word
        > desk.yaml:6:20: word list 'legal_word' is not declared; did you mean 'legal_words'? [unknown-word-list]

        ### too few arguments
        cancel_order/flow.yaml
        - shop.cancel(order_id, reason, customer.id)
        + shop.cancel(order_id, customer.id)
        > cancel_order/flow.yaml:26:9: 'shop.cancel' takes 3 arguments, not 2; write shop.cancel(order_id, reason, customer) [wrong-arguments]

        ### arguments of a type without parameters
        cancel_order/flow.yaml
        - {type: order,
        + {type: order(reason),
        > cancel_order/flow.yaml:5:20: the type 'order' takes 0 arguments, not 1; write order [wrong-arguments]

        ### a comma inside braces
        entities.yaml
        - email: {entity: email}
        + email: {entity: email, choices: shop.order(id, customer.id)}
        > entities.yaml:8:35: 'shop.order(id' has no closing parenthesis; add it; inside {…} quote the whole call, because a comma ends the value there [bad-value]

        ### an argument of choices that the type does not take
        entities.yaml
        - shop.orders(customer.id)
        + shop.orders(client.id)
        > entities.yaml:9:54: field 'client' is not declared; name it in takes: of the type [unknown-field]

        ### a write as a look-up
        cancel_order/flow.yaml
        - order: shop.order(order_id, customer.id)
        + order: "shop.cancel(order_id, reason, customer.id)"
        > cancel_order/en.yaml:14:7: '{$order.total}' has no value: 'order' is not declared; the names are customer, member, order_id, reason, receipt, result [unknown-variable]
        > cancel_order/flow.yaml:8:10: 'shop.cancel' writes, but here stands a look-up; move it into a state with do: behind a confirmation [write-in-look-up]
        > cancel_order/flow.yaml:13:16: the field 'order' is not declared; declare it under slots: or facts: [unknown-field]
        > cancel_order/flow.yaml:17:16: the field 'order' is not declared; declare it under slots: or facts: [unknown-field]
        > cancel_order/flow.yaml:17:59: the field 'order' is not declared; declare it under slots: or facts: [unknown-field]
        > desk.yaml:7:18: the field 'order' is not declared; declare it under slots: or facts: [unknown-field]

        ### the name of a built-in entity
        entities.yaml
        - order_number: {shapes
        + email: {shapes
        entities.yaml
        - {entity: order_number,
        + {entity: email,
        cancel_order/en.yaml
        - {order_number}
        + {email}
        > entities.yaml:2:3: the entity 'email' is built in; choose another name [duplicate-name]

        ### one intent for two flows
        identify/flow.yaml
        - starts: []
        + starts: [cancel_order]
        > identify/flow.yaml:2:9: the intent 'cancel_order' opens two flows, also Intents/cancel_order/flow.yaml; take it out of starts: of one of them [duplicate-name]

        ### another name than the folder
        cancel_order/flow.yaml
        - flow: cancel_order
        + flow: cancel
        > cancel_order/flow.yaml:1:7: the flow 'cancel' lies in the folder 'cancel_order'; give both the same name [bad-value]

        ### a repair word in an intent
        cancel_order/flow.yaml
        - say: nothing_done
        -     end: cancelled
        + say: nothing_done
        +     repeat: last
        > cancel_order/flow.yaml:37:5: only a repair can use 'repeat'; write goto: or end:, or move the flow into repairs/ [bad-value]

        ### an event that the engine does not raise
        cancel_order/flow.yaml
        - expires: 24h -> kept
        + on: {no_choise: kept, carrier.scanned: kept, elsewhere: kept}
        > cancel_order/flow.yaml:24:10: event 'no_choise' is not declared; did you mean 'no_choice'? [unknown-event]
        > cancel_order/flow.yaml:24:50: event 'elsewhere' is not declared; write `intent elsewhere` for a wish, a name with a dot for the shop's events, or one of failed, no_choice, not_known, exhausted, skipped, keeps [unknown-event]

        ### asides that nothing can answer
        pack.yaml
        - zone: Europe/Berlin
        + zone: Europe/Berlin
        + asides:
        +   - {asked: legal_word, say: cancel_order.nothing_don}
        +   - {asked: legal_words, as: cancel_orders}
        +   - {asked: legal_words, when: [order.sum is set], say: cancel_order.confirm_cancel}
        +   - {asked: legal_words}
        > cancel_order/en.yaml:13:3: '{$order_id}' may have no value in the flow that is open; add `order_id is set` to the aside's when: [unset-value]
        > cancel_order/en.yaml:13:3: '{$reason}' may have no value in the flow that is open; add `reason is set` to the aside's when: [unset-value]
        > pack.yaml:5:13: word list 'legal_word' is not declared; did you mean 'legal_words'? [unknown-word-list]
        > pack.yaml:5:30: reply 'cancel_order.nothing_don' is not declared; did you mean 'cancel_order.nothing_done'? [unknown-reply]
        > pack.yaml:6:30: intent 'cancel_orders' is not declared; did you mean 'cancel_order'? [unknown-intent]
        > pack.yaml:7:33: 'order.sum': there is no field 'sum'; the fields are days, delivered_at, due, is_late, items, note, status, total [unknown-field]
        > pack.yaml:8:5: an aside lacks 'asked', or 'say' and 'as'; write {asked: a word list, say: a reply}, or as: an intent [missing-key]

        ### a name that is taken
        cancel_order/flow.yaml
        - reason: {type: cancel_reason, ask: ask_reason}
        + reason: {type: cancel_reason, ask: ask_reason}
        +   order: {type: order, ask: ask_order}
        +   result: {type: order, ask: ask_order}
        > cancel_order/flow.yaml:7:3: the name 'order' is taken; choose another name for the slot [duplicate-name]
        > cancel_order/flow.yaml:7:29: warning: the slot 'order' is never asked for; take ask: out, or name the slot in collect: of a state [unused-reply]
        > cancel_order/flow.yaml:8:3: the name 'result' is taken; choose another name for the slot [duplicate-name]
        > cancel_order/flow.yaml:8:30: warning: the slot 'result' is never asked for; take ask: out, or name the slot in collect: of a state [unused-reply]

        ### one value for each of a slot that is no list
        cancel_order/flow.yaml
        - ask: ask_reason}
        + ask: ask_reason, each: order_id}
        > cancel_order/flow.yaml:6:3: the slot 'reason' follows 'order_id', which is no list; add `many: true` to 'order_id' [bad-value]
        > cancel_order/flow.yaml:17:44: `=` does not fit 'reason', which is a list; use `has`, or compare its count [wrong-type]

        ### a word list of a type that is not declared
        entities.yaml
        - cancel_reason: {entity: cancel_reason}
        + cancel_reason: {entity: cancel_reason, about: reason_words}
        > entities.yaml:10:49: word list 'reason_words' is not declared; declare it under word_lists: [unknown-word-list]
        """#
}
