import Wire

/// What the daemon has done since its start.
struct Counters: Sendable {
    var requests = 0
    var errors = 0
    var turns = 0
    /// Messages that came again and got their stored answer.
    var repeated = 0
    var messages = 0
    var lookUps = 0
    var writes = 0
    var failedCalls = 0
    var commits = 0
    var failedCommits = 0
    var overloaded = 0
    /// Calls of hooks that were taken, and that failed.
    var notices = 0
    var failedNotices = 0
    /// From the arrival of a `conversation.say` to the moment its answer is durable and leaves.
    var turnLatency = LatencyHistogram()
    var commitLatency = LatencyHistogram()
    /// The requests and events of one commit.
    var largestRound = 0

    var json: JSON {
        [
            "requests": .integer(requests), "errors": .integer(errors), "turns": .integer(turns),
            "repeated": .integer(repeated), "messages": .integer(messages),
            "look_ups": .integer(lookUps), "writes": .integer(writes),
            "failed_calls": .integer(failedCalls),
            "commits": .integer(commits), "failed_commits": .integer(failedCommits),
            "overloaded": .integer(overloaded),
            "notices": .integer(notices), "failed_notices": .integer(failedNotices),
            "largest_round": .integer(largestRound),
            "turn_us": Self.json(turnLatency), "commit_us": Self.json(commitLatency),
        ]
    }

    private static func json(_ histogram: LatencyHistogram) -> JSON {
        [
            "count": .integer(histogram.count),
            "p50": .integer(histogram.microseconds(quantile: 0.5)),
            "p99": .integer(histogram.microseconds(quantile: 0.99)),
        ]
    }
}
