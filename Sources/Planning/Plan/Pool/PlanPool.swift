import Personnel

/// Everything that a plan is made from. Nothing of it depends on the order of the lists: ids order everything.
public struct PlanPool: Hashable, Sendable {
    public var people: [PlanPerson]
    public var seats: [PlanSeat]
    public var groups: [PlanGroup]
    /// The day on which the moves would begin: certificates and appraisals are looked at on it.
    public var start: CivilDate

    public init(people: [PlanPerson], seats: [PlanSeat], groups: [PlanGroup], start: CivilDate) {
        self.people = people
        self.seats = seats
        self.groups = groups
        self.start = start
    }
}
