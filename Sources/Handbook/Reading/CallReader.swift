import Dialogue

/// Turns a call into an action with the expressions of its arguments.
struct CallReader {
    let actions: [String: ActionDraft]
    let report: Report

    /// An action that only looks up.
    func lookUp(
        _ call: CallSyntax, argument: (String, Place) -> Expression?
    ) -> ActionUse? {
        let use = use(call, argument: argument)
        if let use, actions[use.action]?.declaration.access == .write {
            report.error(
                .writeInLookUp, at: call.place, "'\(use.action)' writes, but here stands a look-up",
                cure: "move it into a state with do: behind a confirmation")
            return nil
        }
        return use
    }

    /// Any action; nil, with a report, where it is not declared or takes other arguments.
    func use(_ call: CallSyntax, argument: (String, Place) -> Expression?) -> ActionUse? {
        guard let action = actions[call.name]?.declaration else {
            report.unknown(
                .unknownAction, at: call.place, "action", call.name, among: actions.keys,
                otherwise: "declare it in actions.yaml")
            return nil
        }
        let given = call.arguments ?? []
        guard given.count == action.parameters.count else {
            let form = "\(action.name)(\(action.parameters.joined(separator: ", ")))"
            report.error(
                .wrongArguments, at: call.place,
                "'\(call.name)' takes \(action.parameters.count) arguments, not \(given.count)",
                cure: "write \(form)")
            return nil
        }
        let values = given.map { argument($0.text, $0.place) }
        return ActionUse(
            action: action.name,
            arguments: zip(action.parameters, values).compactMap { name, value in
                value.map { (name, $0) }
            })
    }
}
