import Rehearsal

/// Transcripts on disk.
enum ReplayFiles {
    /// Reads them all; prints every mistake of every file. Exit 2 where one cannot be read.
    static func read(_ paths: [String]) throws(CommandFailure) -> [Transcript] {
        var transcripts: [Transcript] = []
        var mistakes: [String] = []
        for path in paths {
            let files: [String]
            do throws(CommandFailure) {
                files = try Files.list(path, suffix: ".talk")
            } catch {
                throw CommandFailure(lines: error.lines, Exit.noTest)
            }
            for file in files {
                do {
                    transcripts.append(try Transcript(text: try Files.text(file), file: file))
                } catch let error as TalkMistakes {
                    mistakes += error.list.map(\.description)
                } catch {
                    mistakes.append("\(file): it cannot be read; see its permissions and encoding")
                }
            }
        }
        guard mistakes.isEmpty else { throw CommandFailure(lines: mistakes, Exit.noTest) }
        return transcripts
    }

    /// Rewrites what is not in the canonical form; says what it did.
    static func format(_ transcripts: [Transcript]) throws(CommandFailure) {
        var changed = 0
        for transcript in transcripts {
            let text = CanonicalTalk.text(of: transcript)
            guard text != transcript.lines.joined(separator: "\n") + "\n" else { continue }
            try Files.write(text, to: transcript.file)
            Output.line("\(transcript.file): rewritten")
            changed += 1
        }
        Output.line("\(changed) of \(transcripts.count) files were not in the canonical form")
    }

    /// Rewrites the expectations that failed, where the change's class allows it; says what it did.
    static func update(
        _ transcripts: [Transcript], _ results: [CaseResult], behaviour: Bool
    ) throws(CommandFailure) {
        for transcript in transcripts {
            let failed = results.filter { $0.file == transcript.file && !$0.isPassed }
            guard !failed.isEmpty else { continue }
            let update = TranscriptUpdate(transcript, results: failed, behaviour: behaviour)
            guard update.turns > 0 else { continue }
            try Files.write(update.text, to: transcript.file)
            Output.error(
                "\(transcript.file): \(update.turns) turns rewritten; review with git diff")
        }
    }
}
