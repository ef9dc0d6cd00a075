/// Phrases and replies.
enum WordBreaks {
    static let path = #filePath
    static let text = #"""
        ### a language without words
        pack.yaml
        - languages: [en]
        + languages: [en, de]
        > cancel_order/de.yaml:1:1: the file is missing; translate en.yaml [missing-translation]
        > entities.yaml:5:16: value mistake has no words in 'de'; add de: [...] [missing-translation]
        > entities.yaml:6:13: value late has no words in 'de'; add de: [...] [missing-translation]
        > entities.yaml:12:16: word list legal_words has no words in 'de'; add de: [...] [missing-translation]
        > identify/de.yaml:1:1: the file is missing; translate en.yaml [missing-translation]
        > knowledge/returns/de.md:1:1: the file is missing; translate en.md [missing-translation]
        > repairs/engine/de.yaml:1:1: the file is missing; translate en.yaml [missing-translation]

        ### a reply that one language lacks
        pack.yaml
        - languages: [en]
        + languages: [en, de]
        cancel_order/de.yaml
        - *
        + title: stornieren
        + phrases: {examples: [stornieren]}
        + replies: {ask_order: Welche?}
        > cancel_order/de.yaml:3:1: the reply 'ask_reason' is missing in 'de'; translate it; en.yaml has it in line 12 [missing-translation]
        > cancel_order/de.yaml:3:1: the reply 'confirm_cancel' is missing in 'de'; translate it; en.yaml has it in line 13 [missing-translation]
        > cancel_order/de.yaml:3:1: the reply 'done' is missing in 'de'; translate it; en.yaml has it in line 17 [missing-translation]
        > cancel_order/de.yaml:3:1: the reply 'nothing_done' is missing in 'de'; translate it; en.yaml has it in line 19 [missing-translation]
        > cancel_order/de.yaml:3:1: the reply 'order_unknown' is missing in 'de'; translate it; en.yaml has it in line 16 [missing-translation]
        > cancel_order/de.yaml:3:1: the reply 'refused' is missing in 'de'; translate it; en.yaml has it in line 18 [missing-translation]
        > cancel_order/de.yaml:3:11: warning: the reply 'cancel_order.ask_order' does not say {$choices} in 'de', but in 'en'; say it, or leave it out in every language [missing-variable]
        > entities.yaml:5:16: value mistake has no words in 'de'; add de: [...] [missing-translation]
        > entities.yaml:6:13: value late has no words in 'de'; add de: [...] [missing-translation]
        > entities.yaml:12:16: word list legal_words has no words in 'de'; add de: [...] [missing-translation]
        > identify/de.yaml:1:1: the file is missing; translate en.yaml [missing-translation]
        > knowledge/returns/de.md:1:1: the file is missing; translate en.md [missing-translation]
        > repairs/engine/de.yaml:1:1: the file is missing; translate en.yaml [missing-translation]

        ### an intent without phrases
        cancel_order/en.yaml
        - phrases:
        -   rules:
        -     - "cancel [my] order [{order_number}]"
        -     - all: [cancel]
        -       none: [return]
        -   examples:
        -     - I want to cancel my order
        -     - please stop the order
        -
        +
        > cancel_order/en.yaml:1:1: the intent 'cancel_order' has no phrases in 'en'; add phrases:, or `starts: []` to a flow that only others start [missing-phrases]

        ### an intent without a title
        cancel_order/en.yaml
        - title: cancel an order
        -
        +
        > cancel_order/en.yaml:2:3: the intent 'cancel_order' has no title in 'en'; add title: with its name for people, as "return an item" [missing-key]

        ### phrases of an intent that opens nothing
        cancel_order/en.yaml
        - replies:
        -
        + intents:
        +   cancl_order: {title: x, examples: [cancel it]}
        + replies:
        +
        > cancel_order/en.yaml:11:16: intent 'cancl_order' is not declared; did you mean 'cancel_order'? [unknown-intent]

        ### an engine reply that is missing
        repairs/engine/en.yaml
        -   noted: Well.
        -
        +
        > repairs/engine/en.yaml:1:1: the engine's reply 'noted' is missing; add it under replies: [missing-reply]

        ### a value that the engine does not give
        repairs/engine/en.yaml
        - noted: Well.
        + noted: "{$wishes}"
        > repairs/engine/en.yaml:15:10: '{$wishes}' has no value: 'wishes' is not declared; did you mean 'wish'? [unknown-variable]

        ### a message that is not closed
        cancel_order/en.yaml
        - "Done, receipt {$receipt}."
        + "Done, receipt {$receipt."
        > cancel_order/en.yaml:17:24: '{' is not closed; end the placeholder with '}' [message-syntax]

        ### a variable that is not declared
        cancel_order/en.yaml
        - receipt {$receipt}
        + receipt {$receit}
        > cancel_order/en.yaml:17:9: '{$receit}' has no value: 'receit' is not declared; did you mean 'receipt'? [unknown-variable]

        ### a field of a slot that it does not have
        cancel_order/en.yaml
        - {$order.total}
        + {$order.totals}
        > cancel_order/en.yaml:14:7: '{$order.totals}' has no value: there is no field 'totals'; did you mean 'total'? [unknown-variable]

        ### a field of a value
        cancel_order/en.yaml
        - it came {$reason}
        + it came {$reason.text}
        > cancel_order/en.yaml:14:7: '{$reason.text}' has no value: 'reason' has no fields; write {$reason} [unknown-variable]

        ### choices outside a question
        cancel_order/en.yaml
        - nothing_done: All right.
        + nothing_done: "{$choices}"
        > cancel_order/en.yaml:19:17: '{$choices}' has no value: 'choices' is not declared; the names are customer, member, order, order_id, reason, receipt, result [unknown-variable]

        ### a function that does not exist
        cancel_order/en.yaml
        - {$choices :list}
        + {$choices :lst}
        > cancel_order/en.yaml:11:14: there is no function ':lst'; did you mean 'list'? [unknown-function]

        ### a reply that nothing says
        cancel_order/en.yaml
        - nothing_done: All right.
        + nothing_done: All right.
        +   spare: Well.
        > cancel_order/en.yaml:20:3: warning: the reply 'spare' is never said; remove it, or say it in flow.yaml [unused-reply]

        ### a phrase that is no template
        cancel_order/en.yaml
        - "cancel [my] order [{order_number}]"
        + "cancel [my order"
        > cancel_order/en.yaml:4:1: 'cancel [my order': this bracket is never closed; add ']'; at character 8; see "Phrases" in docs/intents.md [phrase-syntax]

        ### an empty bag
        cancel_order/en.yaml
        - - all: [cancel]
        -       none: [return]
        + - none: [return]
        > cancel_order/en.yaml:5:7: a bag of keywords asks for nothing; add all: […] or any: […] [missing-key]

        ### an article that nothing leads to
        knowledge/returns/en.md
        - questions: [how do returns work]
        -
        +
        > knowledge/returns/en.md:2:1: nothing leads to the article; add questions: with some ways in which people ask, or say it in a flow [missing-phrases]

        ### a link that would be read aloud
        cancel_order/en.yaml
        - nothing_done: All right.
        + nothing_done: "See https://shop.example."
        > cancel_order/en.yaml:19:17: warning: the reply 'nothing_done' would read 'https://' aloud; give it a form `speech:` without the link [spoken-link]

        ### a form for speech without the chat's
        cancel_order/en.yaml
        - nothing_done: All right.
        + nothing_done: {speech: All right.}
        > cancel_order/en.yaml:19:3: the reply 'nothing_done' lacks 'chat'; add chat: with the form that the other channels fall back to [missing-key]

        ### a channel that does not exist
        cancel_order/en.yaml
        - nothing_done: All right.
        + nothing_done: {chat: All right., fax: Well.}
        > cancel_order/en.yaml:19:36: the reply nothing_done has no key 'fax'; its keys are chat, email, speech [unknown-key]

        ### the same example under two intents
        knowledge/returns/en.md
        - questions: [how do returns work]
        + questions: [how do returns work, Please stop the order]
        > knowledge/returns/en.md:3:34: the example 'Please stop the order' stands under 'cancel_order' as well; keep it in one of them (Intents/cancel_order/en.yaml:9) [shadowed-phrase]

        ### a list that would be read aloud
        cancel_order/en.yaml
        - nothing_done: All right.
        + nothing_done: "You can:\n- wait\n- write again"
        > cancel_order/en.yaml:19:17: warning: the reply 'nothing_done' would read '-' aloud; give it a form `speech:`, in whole sentences [spoken-mark]

        ### a picture that would be read aloud
        cancel_order/en.yaml
        - nothing_done: All right.
        + nothing_done: {chat: "All right 🙂", speech: "All right 🙂"}
        > cancel_order/en.yaml:19:47: warning: the reply 'nothing_done' would read '🙂' aloud; give it a form `speech:`, in whole sentences [spoken-mark]

        ### an e-mail address that would be read aloud
        cancel_order/en.yaml
        - nothing_done: All right.
        + nothing_done: "Write to help@shop.example."
        > cancel_order/en.yaml:19:17: warning: the reply 'nothing_done' would read 'help@shop.example' aloud; give it a form `speech:` without the link [spoken-link]

        ### mark-up in an article, which is read aloud too
        knowledge/returns/en.md
        - Send it back
        + **Send** it back
        > knowledge/returns/en.md:1:1: warning: the reply 'knowledge.returns' would read '**' aloud; write the article in words, in whole sentences [spoken-mark]

        ### a reply of the engine that it never says
        repairs/engine/en.yaml
        -   noted: Well.
        +   noted: Well.
        +   notted: Well.
        > repairs/engine/en.yaml:16:3: warning: the reply 'notted' is never said; did you mean 'noted'? [unused-reply]

        ### one reply in two folders
        repairs/undo/flow.yaml
        - *
        + flow: undo
        + starts: []
        + states: {start: {say: noted, end: resolved}}
        repairs/undo/en.yaml
        - *
        + replies: {noted: Well.}
        > repairs/undo/en.yaml:1:11: the reply 'repair.noted' stands in Intents/repairs/engine/en.yaml as well; rename one of them [duplicate-name]
        """#
}
