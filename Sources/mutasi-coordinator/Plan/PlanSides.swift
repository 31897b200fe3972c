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
    static func answer(from before: PlanReport, to after: PlanReport, _ workplace: Workplace) -> Answer {
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
        let visible = try? workplace.visible()
        let own = workplace.agency
        return Answer(json) { language in
            Presenter(visible ?? VisibleRecords([]), own: own, language: language)
                .planDifference(difference, before, after)
        }
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
                            (
                                "worst",
                                one.worst.map {
                                    .object([
                                        ("group", .string($0.group)), ("holders", .integer($0.holders)),
                                        ("need", .integer($0.need)),
                                    ])
                                } ?? .null
                            ),
                            ("linesLackingData", .integer(one.linesLackingData)),
                            ("own", .array(one.own.map(json))),
                        ])
                    })
            ),
            ("common", .array(comparison.common.map(json))),
        ])
    }

    private static func json(_ move: PlanMove) -> JSONValue {
        .object([("person", .string(move.person)), ("to", .string(move.to))])
    }

    static func page(
        _ names: [String], _ comparison: PlanComparison, _ reports: [PlanReport], _ presenter: Presenter
    ) -> Page {
        presenter.planComparison(names, comparison, reports)
    }
}
