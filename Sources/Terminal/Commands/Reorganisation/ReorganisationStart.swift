import ArgumentParser
import Negotiation
import Personnel
import StrictJSON

/// `reorganisation start`: the start letter for everybody who came over and is ready.
struct ReorganisationStart: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Note the start letter (SPMT) for all people of a reorganisation who come to you and are ready.",
        discussion: """
            Example: mutasi-node reorganisation start 88e4c0 --date 2026-07-01 --number 800/117/2026

            One letter for all of them; each start is an act of its own. Who is not ready yet is left, and can follow by the same \
            command.
            """)

    @Argument(help: "The reorganisation, or the end of its id.")
    var reorganisation: String

    @Option(help: ArgumentHelp("The day of the start.", valueName: "yyyy-mm-dd"))
    var date: CivilDate

    @Option(help: ArgumentHelp("The start letter's number.", valueName: "number"))
    var number: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let act = try Reorganisation(try workplace.record(reorganisation, .reorganisation))
        let opened = Set(act.opened)
        let own = workplace.agency
        let transfers = try workplace.foreseen(.transfer).compactMap { try? Transfer($0) }
            .filter { opened.contains($0.vacancy) && $0.receiving == own && $0.started == nil && $0.ended == nil }
        let body = JSONValue.object([("date", .string(date.iso)), ("number", .string(number))])
        var batch = RecordingBatch()
        for transfer in transfers {
            batch.add(
                transfer.id, try await workplace.record(.transferStart, on: transfer.id, body, anyway: recording.anyway)
            )
        }
        return try await batch.answer(workplace, sync: recording.sync, Sentence("Mulai bertugas", "Starts of duty"))
    }
}
