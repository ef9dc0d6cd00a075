import Facts

/// Writes numbers as the suite does: 15 significant digits, an exponent from 1E+15 and below 1E-05.
enum SuiteFormat {
    static func text(_ value: Double) -> String {
        guard value != 0, value.isFinite else { return value == 0 ? "0" : "" }
        let magnitude = abs(value)
        var exponent = 0
        while exponent < 300, magnitude >= power(exponent + 1) { exponent += 1 }
        while exponent > -300, magnitude < power(exponent) { exponent -= 1 }
        let shift = 14 - exponent
        var scaled = (shift >= 0 ? magnitude * power(shift) : magnitude / power(0 - shift))
            .rounded()
        if scaled >= 1e15 {
            scaled /= 10
            exponent += 1
        }
        guard scaled < 9e15 else { return "" }
        var digits = Array(String(Int(scaled)))
        while digits.count > 1, digits.last == "0" { digits.removeLast() }
        let sign = value < 0 ? "-" : ""
        if exponent >= 15 || exponent < -5 { return sign + scientific(digits, exponent) }
        return sign + plain(digits, exponent)
    }

    private static func power(_ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<abs(exponent) { result *= 10 }
        return exponent < 0 ? 1 / result : result
    }

    private static func scientific(_ digits: [Character], _ exponent: Int) -> String {
        let fraction = digits.dropFirst()
        let mark = exponent < 0 ? "E-" : "E+"
        return String(digits[0]) + (fraction.isEmpty ? "" : "." + String(fraction)) + mark
            + abs(exponent).padded(2)
    }

    private static func plain(_ digits: [Character], _ exponent: Int) -> String {
        if exponent < 0 {
            return "0." + String(repeating: "0", count: -1 - exponent) + String(digits)
        }
        let whole = digits.prefix(exponent + 1)
        let zeros = String(repeating: "0", count: max(0, exponent + 1 - digits.count))
        let fraction = digits.dropFirst(exponent + 1)
        return String(whole) + zeros + (fraction.isEmpty ? "" : "." + String(fraction))
    }
}
