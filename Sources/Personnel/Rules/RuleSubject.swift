/// The person whose move is checked, and the two days that count.
public struct RuleSubject: Hashable, Sendable {
    public let person: CivilServant
    /// The day of the check: what is known and in force today (R5, R6).
    public let today: CivilDate
    /// The day on which the move would begin: what must hold then (R1, R2, R8 and the others).
    public let start: CivilDate
    /// The post that the person would leave; nil when it is not known (R4, R23).
    public let left: LeftPost?

    /// Makes a subject; without a start the check asks about a move today.
    public init(person: CivilServant, today: CivilDate, start: CivilDate? = nil, left: LeftPost? = nil) {
        self.person = person
        self.today = today
        self.start = start ?? today
        self.left = left
    }
}
