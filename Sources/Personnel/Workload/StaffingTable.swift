/// The needs of one agency, or of what one agency sees: each post of each unit, and the sums that are read from them.
///
/// A unit has a floor of its own beside those of its posts, over everyone who serves in it, as rule R23 reads it: the larger
/// one of the agency's own number and the policy's share of what its posts need together.
public struct StaffingTable: Hashable, Sendable {
    /// One unit with its floor.
    public struct UnitNeed: Hashable, Sendable {
        public let unit: String
        public let sum: StaffingSum
        /// Everyone who serves in the unit, and its floor, as rule R23 reads them.
        public let staffing: Staffing
        public let floor: Staffing.Floor?

        /// Whether fewer people serve in the unit than its floor; nil where no floor is known.
        public var isBelowFloor: Bool? { floor.map { staffing.hundredths < $0.people * 100 } }
    }

    /// Every post of every unit, by unit and post in byte order.
    public let needs: [StaffingNeed]
    /// Every unit, in byte order.
    public let units: [UnitNeed]
    public let total: StaffingSum

    /// - Parameters:
    ///   - needs: in any order; of two for one place the later counts.
    ///   - ownFloors: the floors that the agency set for whole units, by unit.
    public init(_ needs: [StaffingNeed], ownFloors: [String: Int] = [:], _ policy: PersonnelPolicy) {
        let places = Dictionary(needs.map { ($0.place, $0) }) { _, later in later }
        self.needs = places.values.sorted { $0.place < $1.place }
        total = StaffingSum(self.needs)
        let sums = Self.sums(of: self.needs) { $0.place.unit }
        let known = Set(sums.map(\.key)).union(ownFloors.keys)
        let byUnit = Dictionary(uniqueKeysWithValues: sums.map { ($0.key, $0.sum) })
        let there = Dictionary(
            self.needs.map { ($0.place.unit, $0.staffing.hundredths) }, uniquingKeysWith: Saturating.sum)
        units = known.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { unit in
            let sum = byUnit[unit] ?? StaffingSum()
            // What no analysis covers needs nobody: only a unit without any analysis has no need.
            let need = sum.places > sum.unanalysedPlaces ? sum.need : nil
            let staffing = Staffing(hundredths: there[unit] ?? 0, need: need, ownFloor: ownFloors[unit])
            return UnitNeed(
                unit: unit, sum: sum, staffing: staffing, floor: staffing.floor(policy.rules.floorPercent))
        }
    }

    /// The sums of the needs that share a key, such as a post in all units or an agency, by key in byte order.
    public static func sums(
        of needs: [StaffingNeed], by key: (StaffingNeed) -> String
    ) -> [(key: String, sum: StaffingSum)] {
        Dictionary(grouping: needs, by: key).map { (key: $0.key, sum: StaffingSum($0.value)) }
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    /// What one place needs and has; nil where nobody serves and nothing is needed.
    public func need(at place: PostInUnit) -> StaffingNeed? {
        needs.first { $0.place == place }
    }
}
