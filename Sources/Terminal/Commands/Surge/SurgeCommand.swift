import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `surge …` at an agency: daily counter figures, the alarm, and people asked for.
public struct SurgeCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "surge",
        abstract: "Rushes at counters: daily figures, alarm, people asked for.",
        discussion: """
            A day's work: surge import, surge show; where it says alarm, surge declare.
            """,
        subcommands: [
            SurgeImport.self, SurgeShow.self, SurgeDeclare.self, SurgeEnd.self, SurgeList.self,
        ],
        defaultSubcommand: SurgeShow.self)

    /// What every program has.
    public static let listing: any ParsableCommand.Type = SurgeList.self

    public init() {}
}

/// `surge import`
struct SurgeImport: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import the daily figures of counters from a file.",
        discussion: """
            Example: mutasi-node surge import loket-2026-03-02.csv

            Columns: UNOR ID, LAYANAN, TANGGAL, PENGUNJUNG (who came), DILAYANI (who was served), MENIT LAYANAN (the time that \
            serving them took, of all windows together). A row for a service, unit and day that is there takes its place.
            """)

    @Argument(help: "The file.")
    var file: String

    @Flag(help: "Take the good rows although others are bad.")
    var acceptGoodRows = false

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        try workplace.requireOperator()
        let bytes = try CommandFile.read(file, maxBytes: FigureImport.byteLimit)
        let staff = workplace.store.staff
        let units = try staff.knownReferences().units
        let read = try FigureFile<CounterDay>(reading: bytes, name: file, units: units)
        return try FigureImport.answer(read, acceptGoodRows: acceptGoodRows, store: staff.put)
    }
}

/// `surge end`
struct SurgeEnd: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "Say that a rush is over.",
        discussion: """
            Example: mutasi-node surge end 4be091

            People who were lent for it stay until their day of return: to send them home earlier, transfer recall.
            """)

    @Argument(help: "The rush, or the end of its id.")
    var surge: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let surge = try workplace.foreseen(surge, .surge)
        return Answer(try await workplace.record(.surgeEnd, on: surge.id, .object([]), recording))
    }
}

/// `surge list`
struct SurgeList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The rushes that were declared, those that run unless all are asked for, and who came to help.",
        discussion: "Example: mutasi-node surge list --all")

    @Flag(help: "Those that are over too.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let shown = visible.surges.filter { all || $0.ended == nil }
        let reasons = try workplace.texts(ofAttachments: shown.compactMap(\.reason))
        return workplace.list(.surge, shown.map(\.id), visible) { $0.surges(shown, reasons: reasons) }
    }
}
