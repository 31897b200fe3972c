/// The needs of several posts in one line: a unit, an agency, a post in all units, a whole region.
///
/// A sum hides as much as it shows: a person too many here does not serve there. So shortage and surplus are summed apart,
/// and `difference` is what is left of them. Places without a workload analysis count in no need; their holders are stated
/// apart and stay out of the ratio. Sums stop at `Int.max`, and so a sum of sums is the sum of all: what agencies publish
/// adds up to the region.
public struct StaffingSum: Hashable, Sendable {
    /// Posts of units.
    public private(set) var places = 0
    /// Those without a workload analysis.
    public private(set) var unanalysedPlaces = 0
    /// People needed where an analysis says so.
    public private(set) var need = 0
    /// Who serves where an analysis exists.
    public private(set) var holders = 0
    /// Who serves where none exists.
    public private(set) var unanalysedHolders = 0
    /// People missing, over the places that lack some.
    public private(set) var shortage = 0
    /// People too many, over the places that have too many.
    public private(set) var surplus = 0
    /// Places with fewer people than their floor.
    public private(set) var belowFloor = 0
    /// Places of which no floor is known.
    public private(set) var unknownFloors = 0
    /// The working time that the analyses ask for in a year.
    public private(set) var workMinutes = 0
    /// The effective working time of the holders in a year, where an analysis exists.
    public private(set) var effectiveMinutes = 0

    /// Nothing at all.
    public init() {}

    public init(_ needs: some Sequence<StaffingNeed>) {
        for need in needs { add(need) }
    }

    /// A sum that somebody else published; nil when a number is negative or they contradict each other.
    // need - holders == shortage - surplus; unanalysedPlaces, belowFloor + unknownFloors <= places
    public init?(
        places: Int, unanalysedPlaces: Int, need: Int, holders: Int, unanalysedHolders: Int, shortage: Int,
        surplus: Int, belowFloor: Int, unknownFloors: Int, workMinutes: Int, effectiveMinutes: Int
    ) {
        let numbers = [
            places, unanalysedPlaces, need, holders, unanalysedHolders, shortage, surplus, belowFloor, unknownFloors,
            workMinutes, effectiveMinutes,
        ]
        guard numbers.allSatisfy({ $0 >= 0 }), need - holders == shortage - surplus, unanalysedPlaces <= places,
            belowFloor <= places, unknownFloors <= places - belowFloor
        else { return nil }
        self.places = places
        self.unanalysedPlaces = unanalysedPlaces
        self.need = need
        self.holders = holders
        self.unanalysedHolders = unanalysedHolders
        self.shortage = shortage
        self.surplus = surplus
        self.belowFloor = belowFloor
        self.unknownFloors = unknownFloors
        self.workMinutes = workMinutes
        self.effectiveMinutes = effectiveMinutes
    }

    public mutating func add(_ place: StaffingNeed) {
        var one = StaffingSum()
        one.places = 1
        one.belowFloor = place.isBelowFloor == true ? 1 : 0
        one.unknownFloors = place.isBelowFloor == nil ? 1 : 0
        if let workload = place.workload {
            one.need = workload.need
            one.holders = workload.holders
            one.shortage = max(workload.difference, 0)
            one.surplus = max(-workload.difference, 0)
            one.workMinutes = workload.minutes
            one.effectiveMinutes = Saturating.product(workload.holders, workload.effectiveMinutes)
        } else {
            one.unanalysedPlaces = 1
            one.unanalysedHolders = place.holders
        }
        add(one)
    }

    public mutating func add(_ other: StaffingSum) {
        for path in Self.numbers {
            self[keyPath: path] = Saturating.sum(self[keyPath: path], other[keyPath: path])
        }
    }

    private static var numbers: [WritableKeyPath<StaffingSum, Int>] {
        [
            \.places, \.unanalysedPlaces, \.need, \.holders, \.unanalysedHolders, \.shortage, \.surplus, \.belowFloor,
            \.unknownFloors, \.workMinutes, \.effectiveMinutes,
        ]
    }

    /// Need less holders over the places with an analysis: above 0 people are missing.
    public var difference: Int { need - holders }

    /// Everyone who serves, with an analysis or without.
    public var allHolders: Int { Saturating.sum(holders, unanalysedHolders) }

    /// Workload against the working time of the holders in per mille, rounded down; nil without holders.
    public var ratioPermille: Int? {
        guard effectiveMinutes > 0 else { return nil }
        let (scaled, overflow) = workMinutes.multipliedReportingOverflow(by: 1000)
        return overflow ? workMinutes / max(effectiveMinutes / 1000, 1) : scaled / effectiveMinutes
    }

    /// The class of the ratio (EJ).
    public var efficiency: EfficiencyClass? { ratioPermille.map(EfficiencyClass.init(permille:)) }
}
