import ArgumentParser
import NodeKit

/// `todo`: what waits for whom until when, each with the command to run next.
public struct TodoCommand: OperatorCommand {
    public static let configuration = CommandConfiguration(
        commandName: "todo",
        abstract: "What waits for you, until when, and the command that does it; then what waits for others.",
        discussion: "Example: mutasi-node todo --data /var/lib/mutasi")

    @OptionGroup public var options: GlobalOptions

    public init() {}

    public func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let own = workplace.agency
        let unsent = try workplace.store.pendingEntries().count
        let held = try workplace.store.status().held
        let changed = try workplace.store.formerOutcomes().count
        let alarms = try workplace.openAlarms()
        let json = Presenter(visible, own: own, language: workplace.language).todoJSON(
            held: held, changed: changed, alarms: alarms)
        let isRegistry = workplace.identity.isRegistry
        let restores = workplace.restoreCheck
        let asked = isRegistry ? try workplace.store.staff.questions() : []
        let questions = asked.count { $0.kind != .awaiting }
        return Answer(json) { language in
            var page = Presenter(visible, own: own, language: language).todoPage(
                unsent: unsent, held: held, isRegistry: isRegistry)
            for unit in alarms {
                page.add(.advice("\(unit.name): \(unit.verdict(language))", command: unit.declaration))
            }
            if questions > 0 {
                page.add(
                    .advice(
                        Sentence(
                            "{count} pertanyaan tentang pegawai dari impor:",
                            "{count} questions about people from imports:"
                        ).text(language, [("count", language.number(questions))]),
                        command: "mutasi-node staff questions"))
            }
            page.blocks += StatusCommand.recovery(changed, restores, language)
            return page
        }
    }
}
