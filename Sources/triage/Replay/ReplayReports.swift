import Rehearsal
import Wire

extension CaseResult {
    /// One line of `triage replay --json`.
    var json: JSON {
        [
            "file": .string(file), "line": .integer(line), "case": .string(name),
            "language": language.isEmpty ? .null : .string(language), "passed": .bool(isPassed),
            "failures": .array(
                failures.map {
                    [
                        "line": .integer($0.line), "change": .string($0.change.rawValue),
                        "decided_by": $0.decidedBy.map { .string($0) } ?? .null,
                        "problems": .array($0.problems.map { .string($0) }),
                        "diff": .array($0.diff.map { .string($0) }),
                    ]
                }),
        ]
    }
}

/// https://testanything.org, version 13.
enum TapReport {
    static func text(of results: [CaseResult]) -> String {
        var lines = ["TAP version 13", "1..\(results.count)"]
        for (index, result) in results.enumerated() {
            let verdict = result.isPassed ? "ok" : "not ok"
            lines.append("\(verdict) \(index + 1) - \(result.file):\(result.line) \(result.title)")
            if !result.isPassed {
                lines += TextReport.text(of: result).split(separator: "\n").map { "# \($0)" }
            }
        }
        return lines.joined(separator: "\n")
    }
}

/// The report that continuous-integration servers read.
enum JUnitReport {
    static func text(of results: [CaseResult]) -> String {
        let failed = results.count { !$0.isPassed }
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            #"<testsuites><testsuite name="transcripts" tests="\#(results.count)" failures="\#(failed)">"#,
        ]
        for result in results {
            let place = #"classname="\#(escaped(result.file))" name="\#(escaped(result.title))""#
            if result.isPassed {
                lines.append("<testcase \(place)/>")
            } else {
                lines.append(
                    "<testcase \(place)><failure>\(escaped(TextReport.text(of: result)))</failure></testcase>"
                )
            }
        }
        return (lines + ["</testsuite></testsuites>", ""]).joined(separator: "\n")
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
