/// desk.yaml.
enum DeskBreaks {
    static let path = #filePath
    static let text = #"""
        ### a rule without then
        desk.yaml
        - when: [message mentions legal_words], then:
        + when: [message mentions legal_words], than:
        > desk.yaml:6:5: the rule 'legal' lacks 'when' or 'then'; write `legal: {when: […], then: {…}}` [missing-key]
        > desk.yaml:6:51: rule legal has no key 'than'; did you mean 'then'? [unknown-key]

        ### the agents under a wrong name
        desk.yaml
        - agents:
        + agnts:
        > desk.yaml:1:1: nobody can take what is handed over: there is no agent; name who works there under agents: [unserved-queue]
        > desk.yaml:4:3: warning: no agent has the skills for the queue 'general'; give an agent the skills, or drop the need [desk-plan]
        > desk.yaml:8:1: desk.yaml has no key 'agnts'; did you mean 'agents'? [unknown-key]

        ### a rule that is no mapping
        desk.yaml
        - - legal: {when: [message mentions legal_words], then: {hand_off: true}}
        + - legal
        > desk.yaml:6:5: here stands a text, not a rule; write `- name: {when: […], then: {…}}` [wrong-shape]

        ### a period that is none
        desk.yaml
        - classes:
        + calendars:
        +   office: {zone: Europe/Berlin, mon-fri: ["8 to 12"]}
        + classes:
        > desk.yaml:2:3: the calendar has no working time; give it a period, or use 'always' [desk-plan]
        > desk.yaml:2:43: '8 to 12' is no period of a day; write it as "08:00-12:00" [bad-value]

        ### a day that is none, and no zone
        desk.yaml
        - classes:
        + calendars:
        +   office: {mon-fry: ["08:00-12:00"]}
        + classes:
        > desk.yaml:2:3: the calendar has no working time; give it a period, or use 'always' [desk-plan]
        > desk.yaml:2:3: the calendar 'office' has no zone; add zone: with a name as Europe/Berlin [missing-key]
        > desk.yaml:2:12: a calendar has no key 'mon-fry'; write zone, holidays, a day as mon, or days as mon-fri [unknown-key]

        ### holidays that are not there
        desk.yaml
        - classes:
        + calendars:
        +   office: {zone: UTC, mon: ["08:00-12:00"], holidays: no.ics}
        + classes:
        > desk.yaml:2:55: the file 'no.ics' is missing; put it beside desk.yaml [missing-file]

        ### freezes of what is no write
        desk.yaml
        - classes:
        + freezes:
        +   money: [shop.cancle, shop.order]
        + classes:
        desk.yaml
        - then: {hand_off: true
        + then: {freeze: [mony], hand_off: true
        > desk.yaml:2:3: 'shop.cancle' freezes no write; did you mean 'shop.cancel'? [desk-plan]
        > desk.yaml:2:3: 'shop.order' freezes no write; name a write action of actions.yaml, or a name under freezes: [desk-plan]
        > desk.yaml:8:58: 'mony' freezes no write; did you mean 'money'? [desk-plan]

        ### a ladder
        desk.yaml
        - agents:
        + ladders:
        +   waiting:
        +     - {at: 80% of first_answer, notify: [lead]}
        +     - {at: soon, notify: [lead]}
        +     - {at: 5m}
        +     - {at: 5m, widen: [a to b]}
        + agents:
        > desk.yaml:10:12: 'first_answer' is no target; write one of first_reply, next_reply, resolution [bad-value]
        > desk.yaml:11:12: 'soon' is no time of a ladder; write 30s, first_reply, `80% of first_reply`, or `3m without reply` [bad-value]
        > desk.yaml:12:7: warning: the step does nothing; add an action [desk-plan]
        > desk.yaml:13:7: warning: the step does nothing; add an action [desk-plan]
        > desk.yaml:13:24: 'a to b' is no widening; write [payments -> general] [bad-value]

        ### a class that is not declared
        desk.yaml
        - general: {class: normal}
        + general: {class: nromal}
        > desk.yaml:4:13: class 'nromal' is not declared; declared: normal [desk-plan]

        ### a flow hands over to a queue that no agent has the skills for
        desk.yaml
        - general: {class: normal}
        + general: {class: normal}
        +   payments: {class: normal, needs: {payments: 2}}
        cancel_order/flow.yaml
        - {handoff: {queue: general, reason: action_failed}}
        + {handoff: {queue: payments, reason: action_failed}}
        > cancel_order/flow.yaml:30:31: nobody can take what is handed to 'payments': no agent has payments 2; give an agent the skills or the queue, or drop the need [unserved-queue]
        > desk.yaml:5:29: warning: no agent has the skills for the queue 'payments'; give an agent the skills, or drop the need [desk-plan]

        ### a flow hands over to a queue whose agents never work in its hours
        desk.yaml
        - classes:
        + calendars:
        +   nights: {zone: Europe/Berlin, mon-fri: ["22:00-06:00"]}
        + shifts:
        +   day: {zone: Europe/Berlin, mon-fri: ["08:00-17:00"]}
        + classes:
        desk.yaml
        - general: {class: normal}
        + general: {class: normal, hours: nights}
        desk.yaml
        - ana: {languages: [en]}
        + ana: {languages: [en], shift: day}
        > cancel_order/flow.yaml:30:31: nobody can take what is handed to 'general': ana never work in its hours 'nights'; change the hours or a shift, or give another agent the skills [unserved-queue]
        > cancel_order/flow.yaml:33:30: nobody can take what is handed to 'general': ana never work in its hours 'nights'; change the hours or a shift, or give another agent the skills [unserved-queue]
        > desk.yaml:8:3: nobody can take what is handed to 'general': ana never work in its hours 'nights'; change the hours or a shift, or give another agent the skills [unserved-queue]

        ### a rule hands over to a queue without working time
        desk.yaml
        - classes:
        + calendars:
        +   never: {zone: Europe/Berlin}
        + classes:
        desk.yaml
        - general: {class: normal}
        + general: {class: normal}
        +   legal: {class: normal, hours: never}
        desk.yaml
        - then: {hand_off: true}
        + then: {hand_off: true, queue: legal}
        > desk.yaml:2:3: the calendar has no working time; give it a period, or use 'always' [desk-plan]
        > desk.yaml:9:74: nobody can take what is handed to 'legal': its hours 'never' have no working time; give the calendar a period, or take hours: always [unserved-queue]

        ### a ladder that says what is no reply
        desk.yaml
        - agents:
        + ladders:
        +   claimed:
        +     - {at: 15m without answer, ask: still_here}
        + agents:
        > desk.yaml:1:1: the reply 'repair.still_here' that a ladder says is not declared; add it under replies: of repairs/engine in every language [unknown-reply]
        """#
}
