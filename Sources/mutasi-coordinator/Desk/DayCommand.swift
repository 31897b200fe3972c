import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON
import Terminal

/// `day …`
struct DayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "day",
        abstract: "The region's day: deadlines, expiries and returns follow from it.",
        discussion: "Example: mutasi-coordinator day advance --to 2026-01-12",
        subcommands: [DayAdvance.self])
}

/// `day advance`: lets every day up to a date come, one by one.
struct DayAdvance: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "advance",
        abstract: "Let the days up to a date come; deadlines run out on the day they end.",
        discussion: """
            Example: mutasi-coordinator day advance --to 2026-01-12

            In a trial region the only source of days; elsewhere for the administrator who confirms that a clock that is far \
            ahead is right. At most \(dayLimit) days at once. A day cannot be taken back.
            """)

    /// More than a year at once is a typing error.
    static let dayLimit = 400

    @Option(help: ArgumentHelp("The day that shall be today.", valueName: "yyyy-mm-dd"))
    var to: CivilDate

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        guard let region = try workplace.records(.region).first else {
            throw RefusedOutcome(.rejected(.wrongState, [("state", "no-region")]))
        }
        try workplace.requireOperator()
        let today = try workplace.today()
        let days = today.days(until: to)
        guard days >= 1 else {
            throw RefusedOutcome(.rejected(.dayNotLater, [("day", .string(today.iso))]))
        }
        guard days <= Self.dayLimit else {
            throw RefusedOutcome(.rejected(.limit, [("limit", .integer(Self.dayLimit))]))
        }
        let drafts = try (1...days).map { ahead in
            try Draft.make(
                .dayAdvance, record: region.id,
                body: .object([("to", .string(today.adding(days: ahead).iso))]), actor: workplace.actor)
        }
        try workplace.store.record(drafts)
        let report = try await workplace.sync()
        let outcomes = try drafts.compactMap { try workplace.store.entry($0.operation.id)?.outcome }
        if outcomes.count < drafts.count {
            try SyncFailure.check(report)
        }
        if let refused = outcomes.first(where: { $0.kind == .rejected }) {
            throw RefusedOutcome(refused)
        }
        let day = try workplace.today()
        let json = JSONValue.object([
            ("from", .string(today.iso)), ("day", .string(day.iso)), ("days", .integer(outcomes.count)),
        ])
        return Answer(json) { language in
            Page([
                .paragraph(
                    Sentence("Hari ini: {day}", "Today: {day}").text(language, [("day", language.date(day))]))
            ])
        }
    }
}
