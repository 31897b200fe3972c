/// What the region wants of a plan: data of its policy and of the round. Every number is bounded at its use.
public struct PlanSettings: Hashable, Sendable {
    /// What growth is worth beside fit: the points of a move that gives all of it, 0 to 1000.
    public var growthPoints: Int
    /// What a move must be worth before anybody is moved, 0 to 1000.
    public var movePrice: Int
    /// The least fit for a seat that one moves to, 0 to 1000.
    public var minimumFit: Int
    /// How many growth moves the round wants. When fewer come by themselves, each is given a bonus, as small as brings them.
    public var growthMovesWanted: Int
    /// The largest such bonus in points, 0 to 1000.
    public var growthBonusLimit: Int
    /// The groups whose need-to-holder ratio counts as a shortage.
    public var shortageKinds: Set<PlanGroup.Kind>
    /// Who retires within so many months is not moved; nil does not ask (R20).
    public var monthsLeftToRetirement: Int?

    public init(
        growthPoints: Int = 200, movePrice: Int = 50, minimumFit: Int = 0,
        growthMovesWanted: Int = 0, growthBonusLimit: Int = 500, shortageKinds: Set<PlanGroup.Kind> = [.unit, .post],
        monthsLeftToRetirement: Int? = nil
    ) {
        self.growthPoints = growthPoints
        self.movePrice = movePrice
        self.minimumFit = minimumFit
        self.growthMovesWanted = growthMovesWanted
        self.growthBonusLimit = growthBonusLimit
        self.shortageKinds = shortageKinds
        self.monthsLeftToRetirement = monthsLeftToRetirement
    }
}
