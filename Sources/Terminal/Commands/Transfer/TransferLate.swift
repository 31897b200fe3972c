import ArgumentParser
import Negotiation
import Personnel
import StrictJSON

/// `transfer late`
struct TransferLate: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "late",
        abstract: "Who was not released or has not started by the agreed day, and for whom it waits.",
        discussion: """
            Example: mutasi-node transfer late

            An agency sees its own transfers, the BKD all of them. Once somebody has started, the personnel file that has not \
            arrived is told too.
            """)

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let own = workplace.agency
        let late = Todo(visible, own: own).late
        let today = visible.today.map { [("today", JSONValue.string($0.iso))] } ?? []
        return Answer(.object(today + [("late", .array(late.map(\.json)))])) { language in
            Presenter(visible, own: own, language: language).late(late)
        }
    }
}
