/// A pay grade (*golongan*): I/a to IV/e for a PNS, I to XVII for a PPPK.
///
/// The two ladders are not comparable with each other, so a grade has no `<`; ask `isAtLeast`.
public struct Grade: Hashable, Sendable {
    public enum Ladder: String, Sendable, CaseIterable {
        case pns
        case pppk
    }

    public let ladder: Ladder
    /// The step on the ladder, 1 to 17, lowest first.
    public let rank: Int

    /// Makes the grade on a step, or nil when the rank is not 1 to 17.
    public init?(ladder: Ladder, rank: Int) {
        guard (1...17).contains(rank) else { return nil }
        self.ladder = ladder
        self.rank = rank
    }

    /// Parses `III/a` (also `III.a`, `IIIa` and capitals) or `IX`; nil for anything else.
    public init?(parsing text: String) {
        let wanted = Self.bare(text)
        for ladder in Ladder.allCases {
            for (index, name) in Self.names(of: ladder).enumerated() where Self.bare(name) == wanted {
                self.init(ladder: ladder, rank: index + 1)
                return
            }
        }
        return nil
    }

    /// The usual notation, `III/a` or `IX`.
    public var text: String {
        let names = Self.names(of: ladder)
        return names[rank - 1]
    }

    /// Whether this grade is the other or above it, or nil when they stand on different ladders.
    public func isAtLeast(_ other: Grade) -> Bool? {
        ladder == other.ladder ? rank >= other.rank : nil
    }

    /// Every grade, the PNS ladder first, each from the lowest.
    public static let all: [Grade] = Ladder.allCases.flatMap { ladder in
        (1...17).compactMap { Grade(ladder: ladder, rank: $0) }
    }

    private static func names(of ladder: Ladder) -> [String] {
        switch ladder {
        case .pns: pnsNames
        case .pppk: pppkNames
        }
    }

    private static let pnsNames = [
        "I/a", "I/b", "I/c", "I/d", "II/a", "II/b", "II/c", "II/d", "III/a", "III/b", "III/c", "III/d",
        "IV/a", "IV/b", "IV/c", "IV/d", "IV/e",
    ]
    private static let pppkNames = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
    ]

    /// The letters alone in lower case: no grade of one ladder has the letters of one of the other.
    private static func bare(_ text: String) -> [UInt8] {
        text.utf8.filter { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ".") }.map { $0 | 0x20 }
    }
}

extension Grade: CustomStringConvertible {
    public var description: String { text }
}
