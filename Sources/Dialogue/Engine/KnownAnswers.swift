/// What a pure function has answered to its last questions, the newest last. For questions that are compared more
/// cheaply than answered.
struct KnownAnswers<Question: Equatable & Sendable, Answer: Sendable>: Sendable {
    private var all: [(question: Question, answer: Answer)] = []
    private let limit: Int

    /// `limit`: so many questions are known at a time.
    init(limit: Int) {
        self.limit = limit
    }

    subscript(question: Question) -> Answer? {
        all.last { $0.question == question }?.answer
    }

    mutating func note(_ answer: Answer, to question: Question) {
        if all.count == limit { all.removeFirst() }
        all.append((question, answer))
    }
}
