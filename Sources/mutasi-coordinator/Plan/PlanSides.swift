import Negotiation
import NodeKit
import Personnel
import Planning
import StrictJSON
import Terminal

/// Plans beside each other: what one change does, and what variants differ in.
enum PlanSides {
    // MARK: One change

    /// `{"name","affected":[{"person","was","now"}],"points","moves","growthMoves"}`
    static func answer(from before: PlanReport, to after: PlanReport, _ desk: PlanDesk) -> Answer {
        let difference = PlanDifference(from: before.plan, to: after.plan)
        let json = JSONValue.object([
            ("name", .string(after.variant.name)),
            (
                "affected",
                .array(
                    difference.affected.map {
                        .object([
                            ("person", .string($0.person)), ("was", .optional($0.was)), ("now", .optional($0.now)),
                        ])
                    })
            ),
            ("points", .integer(difference.points)), ("moves", .integer(difference.moves)),
            ("growthMoves", .integer(difference.growthMoves)),
        ])
        return desk.workplace.answer(json, desk.visible) { $0.planDifference(difference, before, after) }
    }

    // MARK: Variants

    static func json(_ names: [String], _ comparison: PlanComparison) -> JSONValue {
        .object([
            (
                "variants",
                .array(
                    zip(names, comparison.variants).map { name, one in
                        .object([
                            ("name", .string(name)), ("moves", .integer(one.moves)),
                            ("packages", .integer(one.packages)), ("points", .integer(one.points)),
                            ("growthMoves", .integer(one.growth.came)),
                            ("worst", one.worst?.json ?? .null),
                            ("linesLackingData", .integer(one.linesLackingData)),
                            ("own", .array(one.own.map(\.json))),
                        ])
                    })
            ),
            ("common", .array(comparison.common.map(\.json))),
        ])
    }
}
