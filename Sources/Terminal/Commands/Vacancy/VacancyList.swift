import ArgumentParser
import Negotiation

/// `vacancy list`
struct VacancyList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The vacancies of all agencies, those that are open unless all are asked for.",
        discussion: "Example: mutasi-node vacancy list --all")

    @Flag(help: "Those that ended too.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let shown = visible.vacancies.filter { all || $0.ended == nil }
        return workplace.list(.vacancy, shown.map(\.id), visible) { $0.vacancies(shown) }
    }
}

/// `vacancy show`
struct VacancyShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One vacancy with its standard, seats and offers.",
        discussion: "Example: mutasi-node vacancy show 9c41f2")

    @Argument(help: "The vacancy, or the end of its id.")
    var vacancy: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let record = try workplace.record(vacancy, .vacancy)
        let shown = try Vacancy(record)
        return try workplace.show(record.id, visible) { $0.vacancy(shown) }
    }
}
