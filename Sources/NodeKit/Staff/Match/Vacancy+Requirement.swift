import Negotiation
import Personnel

extension Vacancy {
    /// What the vacancy says of its post.
    public var seatGroups: SeatGroups { SeatGroups(place: group("place"), standard: group("standard")) }

    /// What the vacancy asks of its holder; a part that it does not state, or that this version cannot read, asks nothing.
    public var requirement: PostRequirement {
        var requirement = seatGroups.requirement
        // Only a workload analysis gives a vacancy its need.
        requirement.hasWorkloadAnalysis = need != nil
        requirement.agency = agency.text
        return requirement
    }
}
