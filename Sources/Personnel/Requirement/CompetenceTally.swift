/// A person's competences laid against a post's standard, in sums: what the JPM and growth are counted from.
///
/// Each competence counts at most up to its standard, so that more of one does not hide a lack of another. Levels come from records of
/// other machines and are bounded to 0...5.
public struct CompetenceTally: Hashable, Sendable {
    private var held = 0
    private var asked = 0
    /// What the standard asks in what was never measured.
    private var unmeasured = 0
    /// How many competences of the standard are one level above what is held.
    public private(set) var near = 0
    /// How many were never measured.
    public private(set) var unmeasuredCount = 0

    public init() {}

    /// Takes in one competence of the standard.
    ///
    /// - Parameter level: the person's; nil when it was never measured.
    public mutating func add(_ level: Int?, asked wanted: Int) {
        let wanted = Self.bounded(wanted)
        guard wanted > 0 else { return }
        guard let level else {
            unmeasured += wanted
            unmeasuredCount += 1
            return
        }
        let counted = min(Self.bounded(level), wanted)
        held += counted
        asked += wanted
        if wanted - counted == 1 { near += 1 }
    }

    /// JPM in per mille, rounded down; nil when the standard is empty or a competence was never measured.
    public var permille: Int? {
        unmeasuredCount == 0 && asked > 0 ? held * 1000 / asked : nil
    }

    /// What the JPM can be once everything is measured, from none to the standard in what was not; nil when the standard is
    /// empty.
    public var possiblePermille: ClosedRange<Int>? {
        let whole = asked + unmeasured
        return whole > 0 ? held * 1000 / whole...(held + unmeasured) * 1000 / whole : nil
    }

    static func bounded(_ level: Int) -> Int {
        min(max(level, 0), Competence.levels.upperBound)
    }
}

/// The competences of some standards in numbers, so that thousands of people are laid against hundreds of standards without a
/// comparison of texts.
public struct CompetenceNumbers: Sendable {
    /// A standard's competences by number.
    public struct Standard: Sendable {
        fileprivate let levels: [(number: Int, asked: Int)]
    }

    /// A person's levels by number; -1 for what was never measured.
    public struct Held: Sendable {
        fileprivate let levels: [Int8]

        public func tally(_ standard: Standard) -> CompetenceTally {
            var tally = CompetenceTally()
            for (number, asked) in standard.levels {
                let level = levels[number]
                tally.add(level < 0 ? nil : Int(level), asked: asked)
            }
            return tally
        }
    }

    private var numbers: [String: Int] = [:]

    public init() {}

    public mutating func standard(_ competences: [String: Int]) -> Standard {
        Standard(
            levels: competences.map { code, asked in
                let number = numbers[code] ?? numbers.count
                numbers[code] = number
                return (number, asked)
            })
    }

    /// A person's levels in the competences of the standards until now.
    public func held(_ competences: [String: Int]) -> Held {
        var levels = [Int8](repeating: -1, count: numbers.count)
        for (code, level) in competences {
            if let number = numbers[code] { levels[number] = Int8(CompetenceTally.bounded(level)) }
        }
        return Held(levels: levels)
    }
}
