/// How near two districts (*kecamatan*) are, in points: the same, the same part of the region, or another part.
///
/// Which districts lie together is the region's knowledge: a river between two neighbours makes them far.
public struct DistrictTable: Hashable, Sendable {
    public var samePoints: Int
    public var nearPoints: Int
    public var otherPoints: Int
    /// The parts of the region, each a list of districts.
    public var parts: [[String]]

    public init(samePoints: Int = 1000, nearPoints: Int = 600, otherPoints: Int = 200, parts: [[String]] = []) {
        self.samePoints = samePoints
        self.nearPoints = nearPoints
        self.otherPoints = otherPoints
        self.parts = parts
    }

    /// What counts where a policy says nothing: only the same district is near.
    public static let standard = DistrictTable()

    /// The points of a way between two districts; a post that states none asks nothing.
    public func points(from: String?, to: String?) -> Points {
        guard let to else { return .notAsked }
        guard let from else { return .missing(possible: range) }
        if LooseText.matches(from, to) { return .exactly(samePoints) }
        let isNear = parts.contains { part in
            part.contains { LooseText.matches($0, from) } && part.contains { LooseText.matches($0, to) }
        }
        return .exactly(isNear ? nearPoints : otherPoints)
    }

    /// The fewest and the most points that any way has.
    var range: ClosedRange<Int> {
        let all = [samePoints, nearPoints, otherPoints].map(Points.bounded)
        return (all.min() ?? 0)...(all.max() ?? 1000)
    }
}
