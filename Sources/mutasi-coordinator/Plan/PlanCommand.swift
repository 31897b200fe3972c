import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import Planning
import StrictJSON
import Terminal

/// `plan …`: the best set of moves for a round, its variants, and the round's list from one of them.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "The best set of moves for a round: make, look, change, compare, fill the round's list.",
        discussion: """
            A meeting: plan make, plan show, plan change as often as the board likes, plan compare, plan fill.

            The pool is everybody whose home checked them for the kind of move and told their seat (card check --seat), and the free \
            seats of open vacancies. First the worst shortage is made as small as it can be, then the total score as large.
            """,
        subcommands: [
            PlanMake.self, PlanShow.self, PlanChangeCommand.self, PlanUndo.self, PlanCompare.self, PlanFill.self,
            PlanList.self,
        ],
        defaultSubcommand: PlanList.self)
}

/// `plan make`
struct PlanMake: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Make a plan from everybody who was checked and every free seat.",
        discussion: """
            Examples:
              mutasi-coordinator plan make 3fa2c1 --route CODE --start 2026-04-01
              mutasi-coordinator plan make 3fa2c1 --route CODE --start 2026-04-01 --name tanpa-dinkes --lose 0 --growth 5

            The same records give the same plan. Making a name again drops its changes.
            """)

    @Argument(help: "The round, or the end of its id.")
    var round: String

    @Option(help: ArgumentHelp("The kind of move: a route of the policy.", valueName: "code"))
    var route: String

    @Option(help: ArgumentHelp("The first day in the new posts.", valueName: "yyyy-mm-dd"))
    var start: CivilDate

    @Option(help: "The variant's name: letters, digits and -.")
    var name = "a"

    @Option(help: ArgumentHelp("How many growth moves the round wants.", valueName: "n"))
    var growth = 0

    @Option(help: ArgumentHelp("The most people that an agency may lose on balance.", valueName: "n"))
    var lose: Int?

    @Option(help: ArgumentHelp("What a move must be worth before anybody is moved, in points.", valueName: "points"))
    var movePrice = 50

    @Option(help: ArgumentHelp("The least fit for a seat that one moves to, 0 to 1000.", valueName: "points"))
    var minimumFit = 0

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard PlanVariant.isName(name) else {
            throw ValidationError("--name is 1 to 40 of letters, digits and -.")
        }
        guard (0...PlanLimits.people).contains(growth), (0...1000).contains(movePrice), (0...1000).contains(minimumFit),
            lose.map({ (0...PlanLimits.count).contains($0) }) ?? true
        else {
            throw ValidationError("--growth and --lose count people; --move-price and --minimum-fit are 0 to 1000.")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let round = try Round(try workplace.record(round, .round))
        let desk = try PlanDesk(workplace)
        let policy = try workplace.policy()
        let settings = PlanSettings(
            movePrice: movePrice, minimumFit: minimumFit, growthMovesWanted: growth,
            monthsLeftToRetirement: policy.personnel.yearsLeftToRetirement * 12)
        let variant = PlanVariant(
            name: name, round: round.id, route: route, start: start, mostLost: lose, settings: settings,
            day: try workplace.today())
        let report = try desk.make(variant)
        try desk.keep(report)
        return desk.answer(report, .lines)
    }
}

/// `plan show`
struct PlanShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "A plan: its lines with reasons, who is passed over, what each agency gains and gives.",
        discussion: """
            Examples:
              mutasi-coordinator plan show a
              mutasi-coordinator plan show a --part people
            """)

    @Argument(help: "The variant's name.")
    var name: String

    @Option(help: "lines, people (everybody with a reason) or seats (every seat with a reason).")
    var part = PlanReport.Part.lines

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let desk = try PlanDesk(workplace)
        return desk.answer(try desk.report(name), part)
    }
}

extension PlanReport.Part: ExpressibleByArgument {}

/// `plan list`
struct PlanList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The variants that the desk keeps.",
        discussion: "Example: mutasi-coordinator plan list")

    static var needsFreshRecords: Bool { false }

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let desk = try PlanDesk(workplace)
        let shelf = desk.shelf
        let variants = try shelf.names.map(shelf.variant)
        let json = JSONValue.object([
            (
                "plans",
                .array(
                    variants.map { variant in
                        .object([
                            ("name", .string(variant.name)), ("round", .string(variant.round.text)),
                            ("route", .string(variant.route)), ("start", .string(variant.start.iso)),
                            ("made", .string(variant.day.iso)), ("moves", .integer(variant.moves.count)),
                            ("changes", .integer(variant.changes.count)),
                        ])
                    })
            )
        ])
        return workplace.answer(json, desk.visible) { presenter in
            variants.isEmpty
                ? presenter.nothing("Belum ada rencana.", "There are no plans yet.")
                : Page([.table(presenter.plans(variants))])
        }
    }
}

/// `plan compare`
struct PlanCompare: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Several variants side by side.",
        discussion: "Example: mutasi-coordinator plan compare a tanpa-dinkes")

    @Argument(help: "The variants' names, two or more.")
    var names: [String]

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (2...8).contains(names.count) else { throw ValidationError("Give 2 to 8 names.") }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let desk = try PlanDesk(workplace)
        let reports = try names.map(desk.report)
        let comparison = PlanComparison(reports.map(\.plan))
        return workplace.answer(PlanSides.json(names, comparison), desk.visible) {
            $0.planComparison(comparison, reports)
        }
    }
}
