/// The head's own number where a counter has no figures: how many people she asks for, and why.
///
/// It is shown as what it is, a statement by somebody in office, beside needs that were computed.
public struct StatedSurge: Hashable, Sendable {
    /// How many people can be asked for at one time.
    public static let peopleRange = 1...200
    /// In UTF-8 bytes.
    public static let reasonLimit = 1_000

    public let unit: String
    public let day: CivilDate
    public let people: Int
    public let reason: String

    /// Makes a statement; nil when the number is out of ``peopleRange``, or the reason has no letter or is too long.
    public init?(unit: String, day: CivilDate, people: Int, reason: String) {
        guard Self.peopleRange.contains(people), reason.utf8.count <= Self.reasonLimit,
            !LooseText.letters(of: reason).isEmpty
        else { return nil }
        self.unit = unit
        self.day = day
        self.people = people
        self.reason = reason
    }
}
