/// How many people a unit can lend to a counter in a rush.
///
/// A donor does not heal another unit's need by making its own: in the post and in the unit that people come from, those
/// who stay are at least the policy's share of the need (1.0 in the reference region), and at least the floor. A unit whose
/// own counters are in a rush lends nobody.
public enum Donor {
    /// Why nobody can be lent, or how many can.
    public enum Finding: Hashable, Sendable {
        /// So many, at least 1.
        case canLend(Int)
        /// Post or unit would fall below its need or its floor.
        case atItsLimit
        /// Its own counters are in a rush.
        case inRush
        /// Post or unit has no workload analysis: nobody can say that it stays whole.
        case needUnknown
    }

    /// The people whom a post or unit keeps when it lends, and what they come from.
    public struct Kept: Hashable, Sendable {
        /// The raw values stand in the values of a finding.
        public enum Basis: String, Hashable, Sendable {
            case donorShare = "donor-share"
            case ownFloor = "own-floor"
            case floorShare = "share-of-need"
        }

        public let people: Int
        public let basis: Basis
    }

    /// What can be lent of one post of one unit.
    ///
    /// - Parameters:
    ///   - post, unit: who serves, those already lent not counted, against the need, with the own floor where one is given.
    ///   - isInRush: whether an alarm runs at the unit's own counters.
    public static func finding(
        post: Staffing, unit: Staffing, isInRush: Bool, _ policy: PersonnelPolicy
    ) -> Finding {
        if isInRush { return .inRush }
        guard let ofPost = spare(post, policy), let ofUnit = spare(unit, policy) else { return .needUnknown }
        let people = min(ofPost, ofUnit)
        return people > 0 ? .canLend(people) : .atItsLimit
    }

    /// The larger one of the donor's share of the need, rounded up, and the floor; nil without a need.
    public static func kept(_ staffing: Staffing, _ policy: PersonnelPolicy) -> Kept? {
        guard let need = staffing.need else { return nil }
        let permille = min(max(policy.surge.donorPermille, 0), 10_000)
        let share = (min(max(need, 0), Staffing.limit) * permille + 999) / 1000
        guard let floor = staffing.floor(policy.rules.floorPercent), floor.people > share else {
            return Kept(people: share, basis: .donorShare)
        }
        return Kept(people: floor.people, basis: floor.isOwn ? .ownFloor : .floorShare)
    }

    /// How many of a post or unit are above what it keeps; nil without a need. Who is there for a part of the time fills the
    /// need and the floor with that part, and is nobody to lend.
    static func spare(_ staffing: Staffing, _ policy: PersonnelPolicy) -> Int? {
        kept(staffing, policy).map { max((staffing.hundredths - $0.people * 100) / 100, 0) }
    }
}
