import Daemon
import Desk
import Handbook
import Triage

/// The desk of another pack, to be compared with the one in force: a pack's folder, or a bare `desk.yaml` that is
/// read as part of the pack at hand.
struct OtherDesk {
    let plan: DeskPlan

    /// - Parameter intents: the folder of the pack at hand.
    init(_ path: String, beside intents: String) throws(CommandFailure) {
        guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") else {
            plan = try PackOptions.load(path, nil).handbook.plan
            return
        }
        let text = try Files.text(path)
        do throws(Diagnostics) {
            var source = try PackSource(directory: intents)
            source.files.removeAll { $0.path == "desk.yaml" }
            source.files.append(.init(path: "desk.yaml", bytes: Array(text.utf8)))
            source.files.sort { $0.path < $1.path }
            plan = try ModelCache.pack(
                source, shopVocabulary: DemoVocabulary.words,
                vectors: nil
            ).handbook.plan
        } catch {
            // The mistakes of desk.yaml are those of the file that was named.
            if let missing = PackOptions.missing(intents) { throw missing }
            let place = "\(intents.split(separator: "/").last ?? "Intents")/desk.yaml:"
            throw CommandFailure(
                lines: error.list.map { $0.description.replacing(place, with: "\(path):") },
                Exit.badData)
        }
    }
}
