import Testing

@testable import Understanding

@Suite("The exponential without a C library")
struct ExponentialTests {
    @Test(
        "e to the power of x is right to fourteen digits",
        arguments: [
            (0.0, 1.0), (1.0, 2.718_281_828_459_045), (-1.0, 0.367_879_441_171_442_33),
            (10.0, 22_026.465_794_806_718), (-20.0, 2.061_153_622_438_558e-9),
        ] as [(Double, Double)])
    func exponential(x: Double, expected: Double) {
        #expect(abs(Exponential.exp(x) - expected) <= expected * 1e-14)
    }

    @Test(
        "the logarithm undoes the exponential",
        arguments: [-12.5, -1, -0.001, 0, 0.3, 1, 7.25, 300] as [Double])
    func logarithm(x: Double) {
        #expect(abs(Exponential.log(Exponential.exp(x)) - x) < 1e-12)
    }

    @Test("many at once are the very same as one by one")
    func several() {
        let numbers =
            (0..<29).map { Double($0 * $0) * 3.7 - 1_200 } + [.infinity, -.infinity, .nan]
        #expect(Exponential.exp(numbers) == numbers.map { Exponential.exp($0) })
        #expect(Exponential.exp([] as [Double]).isEmpty)
    }

    @Test("numbers beyond every bound trap nothing")
    func bounds() {
        #expect(Exponential.exp(-.infinity) == 0)
        #expect(Exponential.exp(.infinity).isFinite)
        #expect(Exponential.exp(.nan) == 1)
        #expect(Exponential.log(0) < -690)
        #expect(Exponential.log(.infinity).isFinite)
        #expect(Exponential.logistic(0) == 0.5)
    }
}
