/// The rank of a structural post (*eselon*), highest first in `allCases`.
public enum Eselon: String, Hashable, Sendable, CaseIterable {
    case firstA = "I.a"
    case firstB = "I.b"
    case secondA = "II.a"
    case secondB = "II.b"
    case thirdA = "III.a"
    case thirdB = "III.b"
    case fourthA = "IV.a"
    case fourthB = "IV.b"
    case fifthA = "V.a"

    /// Parses `II.b` (also `II/b`, `IIb` and capitals), or the official two-digit code such as `22`; nil for anything
    /// else.
    public init?(parsing text: String) {
        let wanted = LooseText.letters(of: text)
        let match = Self.allCases.first { eselon in
            LooseText.letters(of: eselon.rawValue) == wanted || Array(eselon.code.utf8) == wanted
        }
        guard let match else { return nil }
        self = match
    }

    /// The official code (*Eselon_id*): the first digit the roman number, the second the letter.
    public var code: String {
        switch self {
        case .firstA: "11"
        case .firstB: "12"
        case .secondA: "21"
        case .secondB: "22"
        case .thirdA: "31"
        case .thirdB: "32"
        case .fourthA: "41"
        case .fourthB: "42"
        case .fifthA: "51"
        }
    }

    /// Whether this eselon ranks higher than the other.
    public func isAbove(_ other: Eselon) -> Bool {
        code < other.code
    }

    /// The usual retirement age (BUP): 60 for a high leadership post (JPT), else 58.
    public var retirementAge: Int {
        switch self {
        case .firstA, .firstB, .secondA, .secondB: 60
        case .thirdA, .thirdB, .fourthA, .fourthB, .fifthA: 58
        }
    }
}
