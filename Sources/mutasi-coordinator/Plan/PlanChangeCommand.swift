import ArgumentParser
import Negotiation
import NodeKit
import Planning
import StrictJSON
import Terminal

/// `plan change`: what the board decides about one person; the rest of the plan is found anew around it.
struct PlanChangeCommand: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Keep somebody in place, forbid a seat, or fix one; says who else is affected.",
        discussion: """
            Examples:
              mutasi-coordinator plan change a 51b0aa --keep --reason "satu-satunya bendahara"
              mutasi-coordinator plan change a 51b0aa --forbid 7d20e1 --reason "keluarga di unit itu"
              mutasi-coordinator plan change a 51b0aa --fix 7d20e1 --reason "keputusan rapat"

            A seat is named by its vacancy, or by the card of whoever holds it now.
            """)

    @Argument(help: "The variant's name.")
    var name: String

    @Argument(help: "The person's card, or the end of its id.")
    var card: String

    @Flag(help: "Stays where she is.")
    var keep = false

    @Option(help: ArgumentHelp("Not to this seat.", valueName: "seat"))
    var forbid: String?

    @Option(help: ArgumentHelp("To this seat.", valueName: "seat"))
    var fix: String?

    @Option(help: "Why; it stands in the plan.")
    var reason: String

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard [keep, forbid != nil, fix != nil].count(where: { $0 }) == 1 else {
            throw ValidationError("Give one of --keep, --forbid and --fix.")
        }
        guard !reason.isEmpty else { throw ValidationError("Give a reason: it stands in the plan.") }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let desk = try PlanDesk(workplace)
        var work = try desk.open(try desk.shelf.variant(name))
        let before = try work.report()
        let person = try ShortID.find(card, among: before.records.cards.values.map { $0 }, by: \.id).id.text
        let kind: PlanChange.Kind
        if let forbid {
            kind = .forbid(seat: try seat(forbid, before.records))
        } else if let fix {
            kind = .fix(seat: try seat(fix, before.records))
        } else {
            kind = .keep
        }
        try work.change(PlanChange(kind, person: person, reason: reason))
        let after = try work.report()
        try desk.keep(after)
        return PlanSides.answer(from: before, to: after, desk)
    }

    /// The seat that a vacancy or a card means: of several free ones the first.
    private func seat(_ typed: String, _ records: PlanRecords) throws -> String {
        let ids = records.seats.map { entry -> (id: RecordID, seat: String) in
            switch entry.value {
            case .held(let card): (card, entry.key)
            case .free(let vacancy): (vacancy, entry.key)
            }
        }.sorted { $0.seat < $1.seat }
        let found = try ShortID.resolve(typed, among: Array(Set(ids.map(\.id))))
        return ids.first { $0.id == found }?.seat ?? typed
    }
}

/// `plan undo`
struct PlanUndo: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take the last change of a variant back.",
        discussion: "Example: mutasi-coordinator plan undo a")

    @Argument(help: "The variant's name.")
    var name: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let desk = try PlanDesk(workplace)
        var work = try desk.open(try desk.shelf.variant(name))
        guard !work.variant.changes.isEmpty else {
            throw CommandError(
                .badArgument, Sentence("Rencana ini tidak punya perubahan.", "This plan has no changes."),
                advice: Sentence("Lihat dengan plan show.", "Look with plan show."))
        }
        let before = try? work.report()
        try work.undo()
        let after = try work.report()
        try desk.keep(after)
        guard let before else { return desk.answer(after, .lines) }
        return PlanSides.answer(from: before, to: after, desk)
    }
}
