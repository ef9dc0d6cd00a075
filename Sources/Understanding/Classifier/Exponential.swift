/// Exponential and logarithm without a C library, so that the same pack gives the same model on every machine.
enum Exponential {
    private static let ln2High = 6.931_471_803_691_238_2e-1
    private static let ln2Low = 1.908_214_929_270_587_7e-10

    /// e to the power of `x`, relative error below 1e-14; 0 below −700, e^700 above 700, 1 for NaN.
    static func exp(_ x: Double) -> Double {
        if x < -700 { return 0 }
        let bounded = x > 700 ? 700 : (x == x ? x : 0)
        let turns = (bounded * 1.442_695_040_888_963_4).rounded(.toNearestOrEven)
        let rest = (bounded - turns * ln2High) - turns * ln2Low
        var sum = 1.0
        var step = 13.0
        while step > 0 {
            sum = 1 + sum * rest / step
            step -= 1
        }
        let power = Double(bitPattern: UInt64(bitPattern: Int64(turns) &+ 1023) << 52)
        return sum * power
    }

    /// e to the power of each number, the very same as one by one, four at a time.
    static func exp(_ numbers: [Double]) -> [Double] {
        [Double](unsafeUninitializedCapacity: numbers.count) { out, filled in
            while filled < numbers.count {
                let count = min(4, numbers.count - filled)
                var four = SIMD4<Double>(repeating: 0)
                for lane in 0..<count { four[lane] = numbers[filled + lane] }
                let powers = exp(four)
                for lane in 0..<count {
                    out.initializeElement(at: filled + lane, to: powers[lane])
                }
                filled += count
            }
        }
    }

    private static func exp(_ x: SIMD4<Double>) -> SIMD4<Double> {
        var bounded = x
        bounded.replace(with: SIMD4(repeating: 700), where: x .> SIMD4(repeating: 700))
        bounded.replace(with: SIMD4(repeating: -700), where: x .< SIMD4(repeating: -700))
        bounded.replace(with: SIMD4(repeating: 0), where: x .!= x)
        // Beside so large a number there is no room for a fraction: it is rounded, ties to even, and the whole
        // number stands in the lowest bits.
        let shifted = bounded * 1.442_695_040_888_963_4 + wholeAbove
        let turns = shifted - wholeAbove
        let rests = (bounded - turns * ln2High) - turns * ln2Low
        var sums = SIMD4<Double>(repeating: 1)
        var step = 13.0
        while step > 0 {
            sums = 1 + sums * rests / step
            step -= 1
        }
        let exponents = unsafeBitCast(shifted, to: SIMD4<UInt64>.self) &+ 1023
        var powers = sums * unsafeBitCast(exponents &<< 52, to: SIMD4<Double>.self)
        powers.replace(with: SIMD4(repeating: 0), where: x .< SIMD4(repeating: -700))
        return powers
    }

    /// 1.5 × 2^52.
    private static let wholeAbove = 6_755_399_441_055_744.0

    /// e to the power of `x` between −80 and 0, relative error below 1e-6: for softmax.
    static func quick(_ x: Float) -> Float {
        let turns = (x * 1.442_695).rounded(.toNearestOrEven)
        let rest = (x - turns * 0.693_359_4) + turns * 2.121_944_4e-4
        var sum: Float = 1.388_888_9e-3
        sum = sum * rest + 8.333_334e-3
        sum = sum * rest + 4.166_666_7e-2
        sum = sum * rest + 0.166_666_67
        sum = sum * rest + 0.5
        sum = sum * rest + 1
        sum = sum * rest + 1
        let exponent = Int32(max(-126, turns)) &+ 127
        return sum * Float(bitPattern: UInt32(bitPattern: exponent) << 23)
    }

    /// The natural logarithm of a positive number, absolute error below 1e-14; that of 1e-300 for anything less.
    static func log(_ x: Double) -> Double {
        let bounded = x > 1e-300 ? min(x, 1e300) : 1e-300
        var exponent = Double(bounded.exponent)
        var part = bounded.significand
        if part > 1.414_213_562_373_095 {
            part /= 2
            exponent += 1
        }
        let ratio = (part - 1) / (part + 1)
        let square = ratio * ratio
        var sum = 0.0
        var odd = 27.0
        while odd > 0 {
            sum = sum * square + 1 / odd
            odd -= 2
        }
        return 2 * ratio * sum + exponent * ln2High + exponent * ln2Low
    }

    /// 1 / (1 + e^−x).
    static func logistic(_ x: Double) -> Double {
        1 / (1 + exp(-x))
    }
}
