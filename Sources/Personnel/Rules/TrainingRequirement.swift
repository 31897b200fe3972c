/// The training that closes one gap before the start.
public struct TrainingRequirement: Hashable, Sendable {
    public let competence: String
    /// Training hours (JP) asked for.
    public let hours: Int
    /// Hours that the provider has confirmed.
    public let confirmedHours: Int
    /// Whether the rest is set down in an agreed plan.
    public let isPlanned: Bool

    public init(competence: String, hours: Int, confirmedHours: Int, isPlanned: Bool = false) {
        self.competence = competence
        self.hours = hours
        self.confirmedHours = confirmedHours
        self.isPlanned = isPlanned
    }

    public var isConfirmed: Bool {
        confirmedHours >= hours
    }
}
