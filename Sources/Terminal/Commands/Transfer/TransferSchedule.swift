import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import Planning
import StrictJSON

/// `transfer schedule`: effective dates with which no counter closes.
struct TransferSchedule: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Dates for all agreed moves so that no unit or post falls below its floor, as early as possible.",
        discussion: """
            Examples:
              mutasi-coordinator transfer schedule --svg jadwal.svg
              mutasi-coordinator transfer schedule --round 3fa2c1 --busy 2026-06-01..2026-07-15
              mutasi-coordinator transfer schedule --day 2026-04-01

            Looks at decreed moves that have not begun; with --round at that round's offers too. Floors and who serves where come from \
            need publish, where a person serves now from card check --seat. It proposes; dates change by offer counter before the \
            decree, by a correction after it. Leave and sickness are not known to it.
            """)

    @Option(help: ArgumentHelp("Also the offers on this round's list.", valueName: "round"))
    var round: String?

    @Option(help: "any-day, working-day, first-working-day-of-week, first-working-day-of-month or first-of-month.")
    var starts = StartCalendar.StartDays.workingDay

    @Option(help: ArgumentHelp("Working days that an open course takes from today on.", valueName: "n"))
    var trainingDays = 10

    @Option(
        help: ArgumentHelp("Days on which nobody leaves a unit, or any; repeat it.", valueName: "from..until[=unit]"))
    var busy: [BusyDays] = []

    @Option(help: ArgumentHelp("Who serves where on this day.", valueName: "yyyy-mm-dd"))
    var day: CivilDate?

    @Option(help: ArgumentHelp("Draw it as a chart into this file.", valueName: "file"))
    var svg: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (1...TransitionLimits.spanDays).contains(trainingDays) else {
            throw ValidationError("--training-days is 1 to \(TransitionLimits.spanDays).")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let policy = try workplace.policy()
        let round = try round.map { try Round(try workplace.record($0, .round)) }
        let seasons = busy.enumerated().map { number, days in
            BusySeason(
                id: "busy-\(number + 1)", place: days.unit.map(PlaceID.unit), firstDay: days.from, lastDay: days.until,
                rest: .nobodyLeaves)
        }
        let known = policy.personnel.surge.calendar.enumerated().compactMap { number, period -> BusySeason? in
            guard period.services.isEmpty, let until = period.span.until else { return nil }
            return BusySeason(
                id: "known-\(number + 1)", place: nil, firstDay: period.span.from, lastDay: until, rest: .nobodyLeaves)
        }
        let choice = TransitionRecords.Choice(
            round: round, startDays: starts, trainingDays: trainingDays, seasons: seasons + known, policy: policy,
            today: try workplace.today())
        let records = try TransitionRecords(
            visible, needs: try workplace.needs(), forecasts: try workplace.forecasts(), choice)
        let board = TransitionBoard(records: records, outcome: records.problem.outcome(), day: day)
        let presenter = Presenter(visible, own: workplace.agency, language: workplace.language)
        if let svg {
            try CommandFile.write(Array(board.chart(presenter).utf8), to: svg)
        }
        return workplace.answer(board.json, exit: board.outcome.isComplete ? .done : .answerIsNo, visible) {
            board.page($0)
        }
    }
}

extension StartCalendar.StartDays: ExpressibleByArgument {}

/// `2026-06-01..2026-07-15` or `2026-06-01..2026-07-15=U-12`.
struct BusyDays: ExpressibleByArgument {
    var from: CivilDate
    var until: CivilDate
    var unit: String?

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        let days = (parts.first ?? "").split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        guard days.count == 2, let from = CivilDate(iso: days[0]), let until = CivilDate(iso: days[1]), from <= until
        else { return nil }
        self.from = from
        self.until = until
        unit = parts.count == 2 ? parts[1] : nil
    }
}
