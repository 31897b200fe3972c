/// What one post of one unit needs and has.
///
/// Without a workload analysis nothing is known of the need: it is nil, never 0.
public struct StaffingNeed: Hashable, Sendable {
    public let place: PostInUnit
    /// Who serves here, each counted as one.
    public let holders: Int
    /// The workload analysis (ABK) with these holders; nil when there is none.
    public let workload: Workload?
    /// The people there and the floor, as rule R23 reads them: who is lent for a part of the time counts with the rest.
    public let staffing: Staffing
    public let floor: Staffing.Floor?

    /// - Parameters:
    ///   - rows: the workload analysis of the place; none means that there is no analysis.
    ///   - hundredths: the people who are there in hundredths of a person; nil when each is there with all of her time.
    ///   - ownFloor: the floor that the agency set for the place.
    public init(
        place: PostInUnit, rows: [WorkloadRow], holders: Int, hundredths: Int? = nil, ownFloor: Int? = nil,
        _ policy: PersonnelPolicy
    ) {
        self.place = place
        self.holders = max(holders, 0)
        let workload =
            rows.isEmpty
            ? nil : Workload(rows: rows, holders: holders, effectiveMinutes: policy.effectiveMinutesPerYear)
        self.workload = workload
        staffing =
            hundredths.map { Staffing(hundredths: $0, need: workload?.need, ownFloor: ownFloor) }
            ?? Staffing(holders: holders, need: workload?.need, ownFloor: ownFloor)
        floor = staffing.floor(policy.rules.floorPercent)
    }

    /// The people needed, rounded to the nearest.
    public var need: Int? { workload?.need }

    /// Need less holders: above 0 people are missing, below 0 there are too many.
    public var difference: Int? { workload?.difference }

    /// Workload against the working time of the holders in per mille, rounded down; nil without analysis or holders.
    public var ratioPermille: Int? { workload?.ratioPermille }

    /// The class of the ratio (EJ).
    public var efficiency: EfficiencyClass? { workload?.efficiency }

    /// Whether fewer people serve than the floor; nil where no floor is known.
    public var isBelowFloor: Bool? { floor.map { staffing.hundredths < $0.people * 100 } }
}
