@testable import Handbook

/// A sound pack, as small as one can be that has everything; tests break one line of it.
enum TinyPack {
    static let files: [String: String] = [
        "pack.yaml": """
        languages: [en]
        currency: EUR
        zone: Europe/Berlin
        """,
        "actions.yaml": """
        actions:
          shop.who: {takes: [email], access: read, outcomes: [ok, missing]}
          shop.orders:
            takes: [customer]
            access: read
            outcomes: [ok, missing]
            gives: {id: text, name: text, total: money, count: integer}
          shop.order:
            takes: [order_id, customer]
            access: read
            outcomes: [ok, missing]
            gives:
              {status: [open, delivered], total: money, is_late: flag, days: integer, items: list,
              delivered_at: instant, due: day, note: text}
          shop.cancel:
            takes: [order_id, reason, customer]
            access: write
            outcomes: [ok, rejected]
            gives: {receipt: text}
        """,
        "entities.yaml": """
        entities:
          order_number: {shapes: ["0000"]}
          cancel_reason:
            values:
              mistake: {en: [by mistake, mistake]}
              late: {en: [too late, late]}
        types:
          email: {entity: email}
          order: {entity: order_number, choices: shop.orders(customer.id)}
          cancel_reason: {entity: cancel_reason}
        word_lists:
          legal_words: {en: [lawyer]}
        """,
        "desk.yaml": """
        classes:
          normal: {head_start: 4h, first_reply: 10m}
        queues:
          general: {class: normal}
        rules:
          - legal: {when: [message mentions legal_words], then: {hand_off: true}}
          - big: {when: [order.total >= 500 EUR, intent = cancel_order], then: {class: normal}}
        agents:
          ana: {languages: [en]}
        """,
        "identify/flow.yaml": """
        flow: identify
        starts: []
        slots:
          email: {type: email, ask: ask_email}
        states:
          ask:
            collect: [email]
            next: look
          look:
            do: shop.who(email)
            ok: {identify: result.customer, end: verified}
            missing: {say: unknown, clear: [email], goto: ask}
            failed: {handoff: {reason: action_failed}}
        """,
        "identify/en.yaml": """
        replies:
          ask_email: What is your e-mail address?
          unknown: "I do not know {$email}."
        """,
        "cancel_order/flow.yaml": cancelFlow,
        "cancel_order/en.yaml": cancelWords,
        "repairs/engine/en.yaml": "replies:\n"
            + EngineReplies.arguments.keys.sorted().map { "  \($0): Well.\n" }.joined(),
        "knowledge/returns/en.md": """
        ---
        title: how to return something
        questions: [how do returns work]
        ---
        Send it back {within 30 days}.
        """,
    ]

    private static let cancelFlow = """
        flow: cancel_order
        needs: identify
        request: cancel
        slots:
          order_id: {type: order, ask: ask_order, auto: only_choice}
          reason: {type: cancel_reason, ask: ask_reason}
        facts:
          order: shop.order(order_id, customer.id)
        states:
          collect:
            collect: [order_id, reason]
            next:
              - when: [order is missing]
                say: order_unknown
                clear: [order_id]
                goto: collect
              - when: [order.status = open, {any: [reason = late, order.total >= 10 EUR]}]
                goto: confirm
              - else: refuse
          confirm:
            ask: confirm_cancel
            agreed: cancel
            declined: kept
            expires: 24h -> kept
          cancel:
            do: shop.cancel(order_id, reason, customer.id)
            key: [order_id]
            ok: {set: {receipt: result.receipt}, say: done, end: resolved}
            rejected: refuse
            failed: {handoff: {queue: general, reason: action_failed}}
          refuse:
            say: refused
            offer: {handoff: {queue: general, reason: policy}}
            end: unresolved
          kept:
            say: nothing_done
            end: cancelled
        """

    private static let cancelWords = """
        title: cancel an order
        phrases:
          rules:
            - "cancel [my] order [{order_number}]"
            - all: [cancel]
              none: [return]
          examples:
            - I want to cancel my order
            - please stop the order
        replies:
          ask_order: "Which order: {$choices :list}?"
          ask_reason: Why?
          confirm_cancel:
            - "Shall I cancel order {$order_id} over {$order.total} because it came {$reason}?"
            - "Cancel {$order_id}?"
          order_unknown: "There is no order {$order_id}."
          done: "Done, receipt {$receipt}."
          refused: Sorry, that does not work.
          nothing_done: All right.
        """

    /// The pack with texts replaced; each must be there.
    static func source(_ edits: [Edit] = []) -> PackSource {
        var texts = files
        for edit in edits {
            let text = texts[edit.file] ?? ""
            if edit.find.isEmpty {
                texts[edit.file] = edit.replace
            } else if edit.replace == Edit.removedFile {
                texts[edit.file] = nil
            } else {
                precondition(text.contains(edit.find), "\(edit.file) has no '\(edit.find)'")
                texts[edit.file] = text.replacingFirst(edit.find, with: edit.replace)
            }
        }
        return PackSource(texts: texts)
    }
}

struct Edit: Sendable {
    static let removedFile = "\u{0}"

    var file: String
    var find: String
    var replace: String

    /// An empty `find` replaces the whole file.
    init(_ file: String, _ find: String, _ replace: String) {
        self.file = file
        self.find = find
        self.replace = replace
    }
}

extension String {
    func replacingFirst(_ text: String, with other: String) -> String {
        guard let range = firstRange(of: text) else { return self }
        return replacingCharacters(in: range, with: other)
    }

    private func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
