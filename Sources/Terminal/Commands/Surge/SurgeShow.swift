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
            time that the region promises; without such a promise, or without times of service, no number is computed.
            """)

    @Option(help: ArgumentHelp("The day; else the last one with figures.", valueName: "yyyy-mm-dd"))
    var day: CivilDate?

    @Option(help: ArgumentHelp("Only this unit.", valueName: "id"))
    var unit: String?

    @Option(help: ArgumentHelp("How long the counters are open on a day.", valueName: "minutes"))
    var openMinutes = 450

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (1...1440).contains(openMinutes) else { throw ValidationError("--open-minutes is 1 to 1440.") }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        let policy = try workplace.policy().personnel
        let today = try workplace.today()
        let board = try workplace.store.staff.read { reader in
            try CounterBoard(reader, day: day, unit: unit, openMinutes: openMinutes, today: today, policy)
        }
        return Answer(board.json, exit: board.isAlarm ? .answerIsNo : .done) { board.page($0) }
    }
}
