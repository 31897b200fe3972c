import Personnel

/// What one plan does differently from another over the same pool: who is affected, and what it costs.
public struct PlanDifference: Hashable, Sendable {
    public struct Person: Hashable, Sendable {
        public let person: String
        /// The seat in the first and in the second plan; nil for her own.
        public let was: String?
        public let now: String?
    }

    /// Everybody who serves elsewhere, in the order of ids.
    public let affected: [Person]
    /// The second less the first.
    public let points: Int
    public let moves: Int
    public let growthMoves: Int
    public let worstBefore: PlanShortage?
    public let worstAfter: PlanShortage?

    public init(from first: Plan, to second: Plan) {
        let was = Dictionary(first.lines.map { ($0.person, $0.to) }) { one, _ in one }
        let now = Dictionary(second.lines.map { ($0.person, $0.to) }) { one, _ in one }
        affected = second.people.map(\.person).filter { was[$0] != now[$0] }.map { person in
            Person(person: person, was: was[person], now: now[person])
        }
        points = second.pointsAfter - first.pointsAfter
        moves = second.lines.count - first.lines.count
        growthMoves = second.growth.came - first.growth.came
        worstBefore = first.worstAfter
        worstAfter = second.worstAfter
    }
}
