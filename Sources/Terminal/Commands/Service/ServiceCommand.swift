import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `service …`: how good the service of a unit was before and after people came.
public struct ServiceCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "service",
        abstract: "Service quality of units: satisfaction survey (SKM) and queue, before and after moves.",
        discussion: "Import what was measured before the first person starts: there is no other \"before\".",
        subcommands: [ServiceImport.self, ServiceShow.self], defaultSubcommand: ServiceShow.self)

    public init() {}
}

/// `service import`
struct ServiceImport: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import survey values and queue minutes of units from a file.",
        discussion: """
            Example: mutasi-node service import mutu-layanan.csv

            Columns: UNOR ID, MULAI, SELESAI, NILAI SKM (25 to 100, such as 82,47), MENIT ANTRE; one of the last two at least.
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
        let read = try FigureFile<ServiceFigure>(
            reading: bytes, name: file, units: units, on: try workplace.today())
        return try FigureImport.answer(read, acceptGoodRows: acceptGoodRows, store: staff.put)
    }
}

/// `service show`
struct ServiceShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "What was measured of each unit, and how it changed since people started there.",
        discussion: """
            Example: mutasi-node service show

            It says what changed, never why: other things change too.
            """)

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        let visible = try workplace.visible()
        let (figures, units) = try workplace.store.staff.read { reader in
            (
                try reader.serviceFigures(),
                Dictionary(try reader.units().map { ($0.id, $0.name) }) { first, _ in first }
            )
        }
        var starts: [String: [CivilDate]] = [:]
        for transfer in visible.transfers where transfer.receiving == workplace.agency && transfer.started != nil {
            guard let unit = visible.vacancy(transfer.vacancy)?.unit else { continue }
            starts[unit, default: []].append(transfer.startDate ?? transfer.start)
        }
        let known = Set(figures.map(\.unit)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let rows = known.map { unit in
            ServiceBoard.Row(
                unit: unit, name: units[unit] ?? unit, figures: figures.filter { $0.unit == unit },
                comparison: ServiceComparison(unit: unit, figures: figures, starts: starts[unit] ?? []))
        }
        let board = ServiceBoard(rows: rows)
        return Answer(board.json) { board.page($0) }
    }
}
