/// Mistakes of the YAML itself, and of its shape.
enum YAMLBreaks {
    static let path = #filePath
    static let text = #"""
        ### an alias
        cancel_order/flow.yaml
        - request: cancel
        + request: *cancel
        > cancel_order/flow.yaml:3:10: aliases are not read; quote a text that begins with '*', or write it out [yaml-anchor]

        ### an anchor on a key of a flow mapping
        cancel_order/flow.yaml
        - {type: cancel_reason,
        + {type: &a cancel_reason,
        > cancel_order/flow.yaml:6:18: anchors are not read; quote a text that begins with '&', or write it out [yaml-anchor]

        ### a tag
        cancel_order/flow.yaml
        - request: cancel
        + request: !str cancel
        > cancel_order/flow.yaml:3:10: tags are not read; quote a text that begins with '!', or write it out [yaml-tag]

        ### two keys, and the rest is still read
        cancel_order/flow.yaml
        - request: cancel
        + request: cancel
        + needs: other
        + needz: x
        > cancel_order/flow.yaml:4:1: the key 'needs' is given twice, first in line 2; keep one of them [duplicate-key]
        > cancel_order/flow.yaml:4:8: flow 'other' is not declared; write its flow.yaml [unknown-flow]
        > cancel_order/flow.yaml:5:1: a flow has no key 'needz'; did you mean 'needs'? [unknown-key]

        ### a key twice in a flow mapping
        cancel_order/flow.yaml
        - auto: only_choice
        + ask: ask_order
        > cancel_order/flow.yaml:5:43: the key 'ask' is given twice, first in line 5; keep one of them [duplicate-key]

        ### a text with a colon
        cancel_order/en.yaml
        - ask_reason: Why?
        + ask_reason: Why: please?
        > cancel_order/en.yaml:12:18: not YAML: mapping values are not allowed in this context; quote the text: it holds ': ' [yaml-syntax]

        ### a bracket that is not closed
        cancel_order/flow.yaml
        - [order_id, reason]
        + [order_id, reason
        > cancel_order/flow.yaml:12:9: not YAML: did not find expected ',' or ']'; close the bracket, and quote a text that holds a comma, a bracket or a brace [yaml-syntax]

        ### a tab
        cancel_order/flow.yaml
        - request: cancel
        + 	request: cancel
        > cancel_order/flow.yaml:3:1: not YAML: found a tab character that violates indentation; check the indentation, and quote a text that holds ': ', '#' or '{' [yaml-syntax]

        ### two documents
        cancel_order/flow.yaml
        - request: cancel
        + request: cancel
        + ---
        + a: b
        > cancel_order/flow.yaml:4:1: not YAML: but found another document; remove the line --- [yaml-syntax]

        ### a list where a mapping belongs
        cancel_order/flow.yaml
        - facts:
        -   order: shop.order(order_id, customer.id)
        + facts: [order]
        > cancel_order/en.yaml:14:7: '{$order.total}' has no value: 'order' is not declared; the names are customer, member, order_id, reason, receipt, result [unknown-variable]
        > cancel_order/flow.yaml:7:8: here stands a list, not facts; write key: value pairs [wrong-shape]
        > cancel_order/flow.yaml:12:16: the field 'order' is not declared; declare it under slots: or facts: [unknown-field]
        > cancel_order/flow.yaml:16:16: the field 'order' is not declared; declare it under slots: or facts: [unknown-field]
        > cancel_order/flow.yaml:16:59: the field 'order' is not declared; declare it under slots: or facts: [unknown-field]
        > desk.yaml:7:18: the field 'order' is not declared; declare it under slots: or facts: [unknown-field]

        ### a text where a list belongs
        pack.yaml
        - languages: [en]
        + languages: {en: true}
        > pack.yaml:1:12: here stands a mapping, not a list of languages; write [a, b], or one line with a dash for each [wrong-shape]

        ### an unknown key with a near one
        cancel_order/flow.yaml
        - request: cancel
        + reqest: cancel
        > cancel_order/flow.yaml:3:1: a flow has no key 'reqest'; did you mean 'request'? [unknown-key]

        ### an unknown key without a near one
        cancel_order/flow.yaml
        - request: cancel
        + colour: blue
        > cancel_order/flow.yaml:3:1: a flow has no key 'colour'; its keys are flow, version, kind, starts, needs, after, request, slots, facts, states, on, migrate [unknown-key]

        ### a missing key
        actions.yaml
        -     access: write
        -
        +
        > actions.yaml:15:3: the action 'shop.cancel' lacks 'access'; add access: read, or access: write [missing-key]

        ### a missing key of a slot
        cancel_order/flow.yaml
        - reason: {type: cancel_reason, ask: ask_reason}
        + reason: {type: cancel_reason}
        > cancel_order/en.yaml:12:3: warning: the reply 'ask_reason' is never said; remove it, or say it in flow.yaml [unused-reply]
        > cancel_order/flow.yaml:6:3: slot reason lacks 'ask'; add ask: with the reply that asks for it [missing-key]

        ### a YAML 1.1 boolean is a word
        desk.yaml
        - {hand_off: true}
        + {hand_off: yes}
        > desk.yaml:6:12: warning: the rule does nothing; say what then [desk-plan]
        > desk.yaml:6:68: 'yes' is a word here, not true or false; write true [bad-value]

        ### a number out of range
        cancel_order/flow.yaml
        - ask: ask_reason}
        + ask: ask_reason, tries: 99}
        > cancel_order/flow.yaml:6:57: '99' is not a whole number from 1 to 10; write such a number [bad-value]

        ### a time without a unit
        actions.yaml
        - outcomes: [ok, rejected]
        + outcomes: [ok, rejected]
        +     timeout: 5
        > actions.yaml:19:14: '5' is not a time; write a number with s, m, h, d or w, as 30s, 10m, 1h30m [bad-value]

        ### a missing file
        entities.yaml
        - x
        + removed
        knowledge/returns/en.md
        - x
        + removed
        > entities.yaml:1:1: the file is missing; write it; see docs/intents.md [missing-file]

        ### a file that is no part of a pack
        actionz.yaml
        - *
        + a: b
        cancel_order/fr.yaml
        - *
        + a: b
        cancel_order/notes.yml
        - *
        + a: b
        > actionz.yaml:1:1: no part of a pack is called 'actionz.yaml'; did you mean 'actions.yaml'? [unknown-file]
        > cancel_order/fr.yaml:1:1: this file is no part of a pack; add 'fr' to languages: of pack.yaml, or remove the file [unknown-file]
        > cancel_order/notes.yml:1:1: this file is no part of a pack; end its name in .yaml [unknown-file]

        ### a time zone that does not exist
        pack.yaml
        - Europe/Berlin
        + Europe/Berlino
        > pack.yaml:3:7: the time zone 'Europe/Berlino' is not known; write a name of /usr/share/zoneinfo, as Europe/Berlin (package tzdata) [unknown-zone]

        ### a currency in small letters
        pack.yaml
        - EUR
        + eur
        > pack.yaml:2:11: 'eur' is not a currency code; write three capitals (ISO 4217), as EUR [bad-value]

        ### a share above one
        pack.yaml
        - currency: EUR
        + currency: EUR
        + threshold: 50
        > pack.yaml:3:12: '50' is not a number from 0 to 1; write such a number, as 0.5 [bad-value]

        ### an article without a head
        knowledge/returns/en.md
        - ---
        - title
        + title
        > knowledge/returns/en.md:1:1: the article has no head; begin with a line ---, then title: and questions:, then a line --- [wrong-shape]

        ### a mistake in the head of an article keeps its line
        knowledge/returns/en.md
        - title:
        + titel:
        > knowledge/returns/en.md:2:1: the head lacks 'title'; add title: with the question in short [missing-key]
        > knowledge/returns/en.md:2:1: the head has no key 'titel'; did you mean 'title'? [unknown-key]
        """#
}
