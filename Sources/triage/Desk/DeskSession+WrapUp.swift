import Facts
import Wire

/// After a resolution the slot stays taken for a while, for notes and the right code.
extension DeskSession {
    /// The ticket is off the desk by the agent's own command.
    func leave(_ id: String, _ answer: JSON, isUndoable: Bool) {
        let ticket = answer["ticket"] ?? .null
        if ticket["id"]?.string == id, noteWrapUp(of: ticket), let until = wrapUps[id] {
            console.print(
                "-- \(id) is resolved; wrap-up \(Self.seconds(until: until)) s: "
                    + "/note TEXT, /done [CODE] ends it")
        } else {
            let undo = isUndoable ? "; /undo \(id) takes it back for a minute" : ""
            let until = ticket["parked_until"]?.integer.map {
                " until " + Clock.wall(Instant(milliseconds: Int64($0)))
            }
            let isResolved = ticket["id"]?.string == id && ticket["state"]?.string == "resolved"
            let code = isResolved ? ticket["resolution"]?.string : nil
            let what =
                code.map { "resolved (\(SafeText.oneLine($0, limit: 40)))" } ?? "off your desk"
            console.print("-- \(id) is \(what)\(until ?? "")\(undo)")
        }
        drop(id)
    }

    /// Remembers a wrap-up; false where the ticket is in none.
    func noteWrapUp(of ticket: JSON) -> Bool {
        guard let id = ticket["id"]?.string, let until = ticket["wrap_up_until"]?.integer,
            ticket["state"]?.string == "wrap-up"
        else { return false }
        wrapUps[id] = Instant(milliseconds: Int64(until))
        return true
    }

    /// The one that ends last.
    var lastWrapUp: String? { wrapUps.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key }

    /// Counts the seconds in the prompt; what is over frees its slot by itself.
    func endWrapUps() {
        let now = Clock.now
        wrapUps = wrapUps.filter { $0.value > now }
        if atHand == nil { showPrompt() }
    }

    /// `ben · wrap-up T-1042 20 s`, where no ticket is at hand.
    var idlePrompt: String {
        guard let id = lastWrapUp, let until = wrapUps[id] else { return agent }
        let seconds = Self.seconds(until: until)
        // Every second would be more than a slow line can draw.
        let shown = seconds <= 15 ? seconds : (seconds + 4) / 5 * 5
        return "\(agent) · wrap-up \(id) \(shown) s"
    }

    private static func seconds(until end: Instant) -> Int {
        max(1, Int(((end - Clock.now).milliseconds + 999) / 1000))
    }
}
