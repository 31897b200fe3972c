/// The exponential function for what decays, from the four basic operations alone, so that every machine and every library
/// gives the same bits.
enum Decay {
    /// Beyond this e^-x is below the smallest normal Double.
    private static let longest = 708.0
    private static let ln2 = 0.693147180559945309417232121458

    /// e^-x for x ≥ 0, with a relative error below 10⁻¹²; 0 where that is smaller than any normal Double.
    static func exponential(_ x: Double) -> Double {
        guard x < longest else { return 0 }
        guard x > 0 else { return 1 }
        // x = n·ln 2 + r with 0 ≤ r < ln 2, then e^-x = 2^-n · e^-r; e^-r = 1 ÷ e^r, a series of positive terms.
        let halvings = (x / ln2).rounded(.down)
        let rest = x - halvings * ln2
        var term = 1.0
        var sum = 1.0
        // 0.7^20 ÷ 20! is below 10^-21.
        for index in 1...20 {
            term = term * rest / Double(index)
            sum += term
        }
        return Double(sign: .plus, exponent: -Int(halvings), significand: 1 / sum)
    }
}
