/// The level of a functional post (*jenjang*), the skilled ladder first, each from the lowest; the raw value is the
/// usual name.
public enum FunctionalLevel: String, Hashable, Sendable, CaseIterable {
    case beginner = "Pemula"
    case skilled = "Terampil"
    case proficient = "Mahir"
    case supervisor = "Penyelia"
    case firstExpert = "Ahli Pertama"
    case youngExpert = "Ahli Muda"
    case middleExpert = "Ahli Madya"
    case principalExpert = "Ahli Utama"

    /// Parses the name in any capitals, with or without `Ahli` (`Muda`, `AHLI MADYA`); nil for anything else.
    public init?(parsing text: String) {
        let match = Self.allCases.first { level in
            LooseText.matches(level.rawValue, text) || LooseText.matches(level.rawValue, "Ahli " + text)
        }
        guard let match else { return nil }
        self = match
    }

    /// The usual retirement age (BUP): 60 for ahli madya, 65 for ahli utama, else 58.
    public var retirementAge: Int {
        switch self {
        case .middleExpert: 60
        case .principalExpert: 65
        case .beginner, .skilled, .proficient, .supervisor, .firstExpert, .youngExpert: 58
        }
    }
}
