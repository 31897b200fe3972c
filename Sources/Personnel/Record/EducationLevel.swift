/// A level of education, lowest first in `allCases`; the raw value is the usual short form.
public enum EducationLevel: String, Hashable, Sendable, CaseIterable {
    case primary = "SD"
    case lowerSecondary = "SMP"
    case upperSecondary = "SMA"
    case diplomaOne = "D-I"
    case diplomaTwo = "D-II"
    case diplomaThree = "D-III"
    case diplomaFour = "D-IV"
    case bachelor = "S-1"
    case master = "S-2"
    case doctor = "S-3"

    /// Parses the short form or the name that the official export uses (`SLTA Kejuruan`, `Diploma III/Sarjana Muda`,
    /// `S-1/Sarjana`), in any capitals; nil for anything else.
    public init?(parsing text: String) {
        let match = Self.allCases.first { level in
            LooseText.matches(level.rawValue, text) || level.names.contains { LooseText.matches($0, text) }
        }
        guard let match else { return nil }
        self = match
    }

    /// Whether this level is enough where another is asked for; D-IV and S-1 count as the same.
    public func meets(_ minimum: EducationLevel) -> Bool {
        standing >= minimum.standing
    }

    /// The step on the ladder, on which D-IV and S-1 stand together.
    private var standing: Int {
        let index = Self.allCases.firstIndex(of: self) ?? 0
        return self == .diplomaFour ? index + 1 : index
    }

    private var names: [String] {
        switch self {
        case .primary: ["Sekolah Dasar"]
        case .lowerSecondary: ["SLTP", "SLTP Kejuruan"]
        case .upperSecondary: ["SLTA", "SLTA Kejuruan", "SLTA Keguruan", "SMK"]
        case .diplomaOne: ["Diploma I", "D1"]
        case .diplomaTwo: ["Diploma II", "D2"]
        case .diplomaThree: ["Diploma III", "Diploma III/Sarjana Muda", "D3"]
        case .diplomaFour: ["Diploma IV", "D4"]
        case .bachelor: ["S-1/Sarjana", "Sarjana"]
        case .master: ["S-2/Magister", "Magister"]
        case .doctor: ["S-3/Doktor", "Doktor"]
        }
    }
}

extension EducationLevel: Comparable {
    public static func < (left: EducationLevel, right: EducationLevel) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
