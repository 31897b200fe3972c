/// A training that a person finished.
public struct Training: Hashable, Sendable {
    public let name: String
    /// Training hours (JP), never negative.
    public let hours: Int
    /// The day it ended.
    public let date: CivilDate
    /// The competence it raises, when one is stated.
    public let competence: String?

    public init(name: String, hours: Int, date: CivilDate, competence: String? = nil) {
        self.name = name
        self.hours = max(hours, 0)
        self.date = date
        self.competence = competence
    }
}
