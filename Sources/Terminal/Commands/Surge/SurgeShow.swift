import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `surge show`: how a day at the counters stands against an ordinary one, and how many people it takes.
struct SurgeShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "A day at the counters against an ordinary one: ratio, alarm, people needed, rushes known ahead.",
        discussion: """
            Examples:
              mutasi-node surge show
              mutasi-node surge show --day 2026-03-02 --open-minutes 420

            Ordinary is the median of the same weekday over the policy's weeks. People needed come from Erlang C for the waiting \
            time that the region promises, beside who serves in the unit today; without such a promise, or without times of \
            service, no number is computed.
            """)

    @Option(help: ArgumentHelp("The day; else the last one with figures.", valueName: "yyyy-mm-dd"))
    var day: CivilDate?

    @Option(help: ArgumentHelp("Only this unit.", valueName: "id"))
    var unit: String?

    @OptionGroup var counter: CounterOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        let policy = try workplace.policy()
        let today = try workplace.today()
        let workplaces = try workplace.workplaces(policy)
        let asked = try workplace.unitsThatAsk()
        let settings = policy.personnel.surge
        let readings = try workplace.store.staff.read { try CounterReadings($0, day: day, unit: unit, settings) }
        let board = CounterBoard(
            readings, openMinutes: counter.openMinutes, today: today, workplaces, unitsThatAsk: asked, settings)
        return Answer(board.json, exit: board.isAlarm ? .answerIsNo : .done) { board.page($0) }
    }
}
