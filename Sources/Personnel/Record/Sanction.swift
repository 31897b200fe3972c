/// A disciplinary sanction (*hukuman disiplin*).
public struct Sanction: Hashable, Sendable {
    /// PP 94/2021 Ps 8; the raw value stands in files.
    public enum Level: String, Hashable, Sendable, CaseIterable {
        case light = "ringan"
        case medium = "sedang"
        case heavy = "berat"

        /// Parses the Indonesian word in any capitals, alone or as `Hukuman Disiplin Ringan`; nil for anything else.
        public init?(parsing text: String) {
            let match = Self.allCases.first { level in
                LooseText.matches(level.rawValue, text) || LooseText.matches("hukumandisiplin" + level.rawValue, text)
            }
            guard let match else { return nil }
            self = match
        }
    }

    /// What it is, in the words of the decision.
    public let kind: String
    public let level: Level
    public let from: CivilDate
    /// The last day of the sanction; nil when the record does not say it.
    public let until: CivilDate?

    public init(kind: String, level: Level, from: CivilDate, until: CivilDate?) {
        self.kind = kind
        self.level = level
        self.from = from
        self.until = until
    }
}
