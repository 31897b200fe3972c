import Negotiation
import NodeKit
import Personnel
import Planning
import StrictJSON
import Terminal

/// Makes plans at the desk from what it sees, and keeps their variants.
struct PlanDesk {
    let workplace: Workplace
    /// What the desk sees, read once.
    let visible: VisibleRecords
    let shelf: PlanShelf

    init(_ workplace: Workplace) throws {
        self.workplace = workplace
        visible = try workplace.visible()
        shelf = PlanShelf(directory: workplace.store.directory?.path ?? ".")
    }

    /// A variant with the records of now. Throws ``CommandError`` and what planning throws, as failures.
    func open(_ variant: PlanVariant) throws -> PlanWork { try PlanWork(variant, try records(for: variant)) }

    func make(_ variant: PlanVariant) throws -> PlanReport { try open(variant).report() }

    func report(_ name: String) throws -> PlanReport { try make(try shelf.variant(name)) }

    private func records(for variant: PlanVariant) throws -> PlanRecords {
        let policy = try workplace.policy()
        guard let route = policy.route(variant.route), route.assignment == .definitive else {
            let codes = policy.routes.filter { $0.assignment == .definitive }.map(\.code)
            throw CommandError(
                .badArgument,
                Sentence("{route} bukan jenis mutasi tetap.", "{route} is no kind of move for good."),
                advice: Sentence("Pilih salah satu: {codes}.", "Choose one of: {codes}."),
                values: [("route", variant.route), ("codes", codes.joined(separator: ", "))])
        }
        return PlanRecords(
            visible, needs: try workplace.needs(), route: route, policy: policy, start: variant.start,
            mostLost: variant.mostLost)
    }

    /// Keeps a variant with what came out of it.
    func keep(_ report: PlanReport) throws {
        var variant = report.variant
        variant.day = try workplace.today()
        variant.moves = report.plan.moves
        try shelf.put(variant)
    }

    func answer(_ report: PlanReport, _ part: PlanReport.Part) -> Answer {
        workplace.answer(report.json, visible) { report.page($0, part) }
    }
}
