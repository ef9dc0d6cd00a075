import Testing

@testable import ShopHTTP

@Suite("The circuit breaker")
struct CircuitBreakerTests {
    /// Whether each of the instants lets a call out, one after the other.
    private func admissions(_ breaker: inout CircuitBreaker, _ seconds: [Int]) -> [Bool] {
        seconds.map { breaker.admits(at: .seconds($0)) }
    }

    @Test("it opens after five failures in a row, tries one call after the pause, and closes again")
    func cycle() {
        var breaker = CircuitBreaker(failureLimit: 5, pause: .seconds(20))
        for _ in 0..<4 { breaker.note(.failed, at: .zero) }
        breaker.note(.answered, at: .zero)
        for _ in 0..<4 { breaker.note(.failed, at: .zero) }
        // An answer in between counts: it is still closed.
        var admitted = admissions(&breaker, [0])
        #expect(admitted == [true])
        breaker.note(.failed, at: .seconds(1))
        #expect(breaker.state == .open(until: .seconds(21)))
        admitted = admissions(&breaker, [20, 21, 22])
        #expect(admitted == [false, true, false])
        breaker.note(.failed, at: .seconds(23))
        #expect(breaker.state == .open(until: .seconds(43)))
        // A call from before it opened: the pause stands.
        breaker.note(.failed, at: .seconds(30))
        #expect(breaker.state == .open(until: .seconds(43)))
        admitted = admissions(&breaker, [43])
        #expect(admitted == [true])
        breaker.note(.answered, at: .seconds(44))
        #expect(breaker.state == .closed(failures: 0))
    }
}
