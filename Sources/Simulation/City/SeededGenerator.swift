/// A random generator whose sequence depends on its seed alone: xoshiro256** by Blackman and Vigna (2018), its state
/// filled by SplitMix64.
///
/// The standard library's `random(in:using:)` may change between toolchains; the draws here are written out so that a
/// seed gives the same city everywhere.
struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// A generator for one stream of a seed; streams of one seed are independent of each other.
    init(seed: UInt64, stream: UInt64) {
        var filler = SplitMix(state: seed ^ SplitMix.scramble(stream &+ 0x9E37_79B9_7F4A_7C15))
        state = (filler.next(), filler.next(), filler.next(), filler.next())
    }

    mutating func next() -> UInt64 {
        let result = Self.rotate(state.1 &* 5, by: 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = Self.rotate(state.3, by: 45)
        return result
    }

    /// A number from 0 to `bound` - 1, by Lemire's multiplication; the bias is below 2^-50 for every bound used here.
    mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "A draw needs at least one possible value.")
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    mutating func chance(perMille: Int) -> Bool {
        below(1000) < perMille
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// Picks an element with the probability of its weight; the weights are positive.
    mutating func pick<Element>(weighted elements: [(element: Element, weight: Int)]) -> Element {
        var rest = below(elements.reduce(0) { $0 + $1.weight })
        for (element, weight) in elements {
            if rest < weight {
                return element
            }
            rest -= weight
        }
        preconditionFailure("A draw below the sum of the weights falls on one of them.")
    }

    private static func rotate(_ word: UInt64, by bits: UInt64) -> UInt64 {
        (word << bits) | (word >> (64 - bits))
    }
}

/// The SplitMix64 sequence by Steele, Lea and Flood (2014).
struct SplitMix: Sendable {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.scramble(state)
    }

    static func scramble(_ word: UInt64) -> UInt64 {
        var mixed = word
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
