/// The regular expression of a transcript's `/:`, matched in linear time.
///
/// A subset without surprises: literals, `.`, `[a-z]`, `[^…]`, `\d \w \s` and their negations, `(
/// )`, `|`, `? * +`, `{m,n}` up to 100, `^ $`. It matches anywhere in the text unless it is
/// anchored. The method is Thompson's (Programming Techniques: Regular expression search algorithm,
/// 1968): all ways at once.
public struct TextExpression: Equatable, Sendable {
    indirect enum Node: Equatable, Sendable {
        case empty
        case one(ScalarClass)
        case sequence([Node])
        case choice([Node])
        /// `maximum` nil: without end.
        case repeated(Node, minimum: Int, maximum: Int?)
        case start
        case end
    }

    enum Instruction: Equatable, Sendable {
        case take(ScalarClass)
        case fork(Int, Int)
        case jump(Int)
        case start
        case end
        case found
    }

    /// A set of Unicode scalars.
    struct ScalarClass: Equatable, Sendable {
        var ranges: [ClosedRange<UInt32>]
        var isNegated = false

        func contains(_ scalar: UInt32) -> Bool {
            ranges.contains { $0.contains(scalar) } != isNegated
        }
    }

    private let program: [Instruction]

    static let maximumInstructions = 5000

    /// Reads an expression. Throws what is wrong with it.
    public init(parsing text: String) throws(ExpressionError) {
        var reader = ExpressionReader(text)
        let node = try reader.readAll()
        var program: [Instruction] = []
        try Self.emit(node, into: &program)
        program.append(.found)
        self.program = program
    }

    private static func emit(
        _ node: Node, into program: inout [Instruction]
    ) throws(ExpressionError) {
        guard program.count <= maximumInstructions else {
            throw ExpressionError("the expression is too large", "use smaller repetitions")
        }
        switch node {
        case .empty: break
        case .one(let scalars): program.append(.take(scalars))
        case .start: program.append(.start)
        case .end: program.append(.end)
        case .sequence(let nodes): for node in nodes { try emit(node, into: &program) }
        case .choice(let nodes): try emit(choice: nodes[...], into: &program)
        case .repeated(let node, let minimum, let maximum):
            for _ in 0..<minimum { try emit(node, into: &program) }
            if let maximum {
                for _ in minimum..<max(minimum, maximum) {
                    let fork = program.count
                    program.append(.fork(fork + 1, fork + 1))
                    try emit(node, into: &program)
                    program[fork] = .fork(fork + 1, program.count)
                }
            } else {
                let fork = program.count
                program.append(.fork(fork + 1, fork + 1))
                try emit(node, into: &program)
                program.append(.jump(fork))
                program[fork] = .fork(fork + 1, program.count)
            }
        }
    }

    private static func emit(
        choice nodes: ArraySlice<Node>, into program: inout [Instruction]
    ) throws(ExpressionError) {
        guard let first = nodes.first else { return }
        guard nodes.count > 1 else { return try emit(first, into: &program) }
        let fork = program.count
        program.append(.fork(fork + 1, fork + 1))
        try emit(first, into: &program)
        let jump = program.count
        program.append(.jump(jump))
        program[fork] = .fork(fork + 1, program.count)
        try emit(choice: nodes.dropFirst(), into: &program)
        program[jump] = .jump(program.count)
    }

    /// Whether the expression matches somewhere in the text.
    public func matches(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.map(\.value)
        var threads = Threads(count: program.count)
        for position in 0...scalars.count {
            add(0, at: position, of: scalars.count, to: &threads)
            if threads.isFound { return true }
            guard position < scalars.count else { return false }
            var next = Threads(count: program.count)
            for index in threads.waiting {
                if case .take(let scalarClass) = program[index],
                    scalarClass.contains(scalars[position])
                {
                    add(index + 1, at: position + 1, of: scalars.count, to: &next)
                }
            }
            threads = next
            if threads.isFound { return true }
        }
        return false
    }

    private struct Threads {
        var isSeen: [Bool]
        var waiting: [Int] = []
        var isFound = false

        init(count: Int) {
            isSeen = [Bool](repeating: false, count: count)
        }
    }

    /// Follows everything that takes no scalar.
    private func add(_ start: Int, at position: Int, of count: Int, to threads: inout Threads) {
        var stack = [start]
        while let index = stack.popLast() {
            guard !threads.isSeen[index] else { continue }
            threads.isSeen[index] = true
            switch program[index] {
            case .take: threads.waiting.append(index)
            case .fork(let one, let other): stack += [other, one]
            case .jump(let target): stack.append(target)
            case .start: if position == 0 { stack.append(index + 1) }
            case .end: if position == count { stack.append(index + 1) }
            case .found: threads.isFound = true
            }
        }
    }
}

/// What is wrong with an expression, and the cure.
public struct ExpressionError: Error, Equatable, Sendable {
    public var what: String
    public var cure: String

    init(_ what: String, _ cure: String) {
        self.what = what
        self.cure = cure
    }
}
