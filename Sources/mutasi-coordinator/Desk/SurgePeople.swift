import ArgumentParser
import Negotiation
import Terminal

/// `surge people`: whom the desk can call for a rush, in order, each with the command that calls.
struct SurgePeople: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "Whom to call for a rush: the standby list first, those whose unit stays whole before others.",
        discussion: """
            Example: mutasi-coordinator surge people 4be091

            A unit lends as long as it keeps the policy's share of the need that its agency published, and its floor (R23), and its \
            own counters are in no rush. Months at the counter come from the person's card.
            """)

    @Argument(help: "The rush, or the end of its id.")
    var surge: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let surge = try Surge(try workplace.record(surge, .surge))
        let visible = try workplace.visible()
        let needs = try workplace.needs()
        let found = visible.vacancies(for: surge).filter { $0.ended == nil }
            .compactMap { SurgeHelpers(for: surge, $0, visible, needs: needs) }
        let json = Presenter(visible, own: workplace.agency, language: workplace.language).helpersJSON(surge, found)
        return workplace.answer(json, visible) { $0.helpers(surge, found) }
    }
}
