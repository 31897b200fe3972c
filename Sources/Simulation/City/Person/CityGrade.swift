/// A grade (golongan): I/a to IV/e for civil servants, I to XVII for contract staff.
enum CityGrade: Hashable, Sendable {
    /// 0 is I/a, 4 is II/a, 8 is III/a, 12 is IV/a, 16 is IV/e.
    case servant(Int)
    /// 1 is I, 17 is XVII.
    case contract(Int)

    private static let romans = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
    ]
    private static let letters = ["a", "b", "c", "d", "e"]

    var name: String {
        switch self {
        case .servant(let rank):
            let (group, step) = Self.split(rank)
            return "\(Self.romans[group])/\(Self.letters[step])"
        case .contract(let number):
            return Self.romans[number - 1]
        }
    }

    /// The code of the official reference: group and step from 11, contract grades as they are.
    var code: String {
        switch self {
        case .servant(let rank):
            let (group, step) = Self.split(rank)
            return "\(group + 1)\(step + 1)"
        case .contract(let number):
            return padded(number, to: 2)
        }
    }

    /// Groups I to III have four steps, group IV has five.
    private static func split(_ rank: Int) -> (group: Int, step: Int) {
        let group = min(rank / 4, 3)
        return (group, rank - group * 4)
    }
}
