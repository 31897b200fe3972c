import Personnel

/// Several variants over one pool, side by side.
public struct PlanComparison: Hashable, Sendable {
    /// The figures of one variant.
    public struct Variant: Hashable, Sendable {
        public let moves: Int
        public let packages: Int
        public let points: Int
        public let growth: GrowthCount
        public let worst: PlanShortage?
        public let linesLackingData: Int
        /// Moves that no other variant has, in the order of ids.
        public let own: [PlanMove]
    }

    /// In the order given.
    public let variants: [Variant]
    /// Moves that every variant has, in the order of ids.
    public let common: [PlanMove]

    public init(_ plans: [Plan]) {
        let moves = plans.map { Set($0.moves) }
        common = (plans.first?.moves ?? []).filter { move in moves.allSatisfy { $0.contains(move) } }
        variants = plans.enumerated().map { number, plan in
            Variant(
                moves: plan.lines.count, packages: plan.packages.count, points: plan.pointsAfter,
                growth: plan.growth, worst: plan.worstAfter,
                linesLackingData: plan.lines.count { $0.lacksData },
                own: plan.moves.filter { move in
                    !moves.enumerated().contains { $0.offset != number && $0.element.contains(move) }
                })
        }
    }
}

/// Who goes where.
public struct PlanMove: Hashable, Sendable {
    public let person: String
    /// The seat.
    public let to: String

    public init(person: String, to: String) {
        self.person = person
        self.to = to
    }
}

extension Plan {
    /// Who goes where, in the order of the lines.
    public var moves: [PlanMove] { lines.map { PlanMove(person: $0.person, to: $0.to) } }
}
