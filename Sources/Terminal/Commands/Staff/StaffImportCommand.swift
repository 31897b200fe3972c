import ArgumentParser
import Foundation
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `staff import`: the official files of a folder, with a report of every bad row.
struct StaffImportCommand: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import the official files of a folder.",
        discussion: """
            Example: mutasi-node staff import ~/siasn --bad-rows ~/perbaiki

            Nothing is taken while one row is bad, unless --accept-good-rows. Copies of the bad rows, with what is wrong in \
            each, are written to the folder of --bad-rows; correct them there and import that folder. \
            Importing the same files again changes nothing. An import is a comparison: with --compare it only says what it \
            would do. Who is gone from the file is asked about, see staff questions.
            """)

    /// Bad rows shown on the page; the copies and `--json` have all of them.
    static let shownErrors = 20

    @Argument(help: "The folder with the files.")
    var folder: String

    @Flag(help: "Take the good rows although others are bad.")
    var acceptGoodRows = false

    @Flag(help: "Only say what would change; store nothing.")
    var compare = false

    @Option(help: ArgumentHelp("Where to write copies of the bad rows.", valueName: "dir"))
    var badRows: String?

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        try workplace.requireOperator()
        let today = try workplace.today()
        let staff = workplace.store.staff
        let reading = try StaffImport.read(
            folder: URL(fileURLWithPath: folder), known: try staff.knownReferences(),
            workplaceIDs: [workplace.agency.text])
        let copies = try writeCopies(reading.badRows)
        guard reading.report.isClean || acceptGoodRows else {
            return StaffImportText.answer(reading.report, result: nil, cards: 0, copies: copies)
        }
        if compare {
            let result = try staff.compare(reading.set, on: today)
            return StaffImportText.answer(
                reading.report, result: result, cards: 0, copies: copies, isComparison: true)
        }
        let result = try staff.apply(reading.set, on: today, acceptGoodRows: acceptGoodRows)
        let cards = try workplace.store.draftCards(actor: workplace.actor, on: today)
        return StaffImportText.answer(reading.report, result: result, cards: cards.count, copies: copies)
    }

    private func writeCopies(_ copies: [(name: String, bytes: [UInt8])]) throws -> [String] {
        guard let badRows, !copies.isEmpty else { return [] }
        do {
            try FileManager.default.createDirectory(atPath: badRows, withIntermediateDirectories: true)
            return try copies.map { name, bytes in
                let path = badRows + "/" + name
                try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
                // The copies hold names and NIPs.
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
                return path
            }
        } catch {
            throw Failure(.terminal, "cannot-write", exit: .cannotCreate, detail: badRows)
        }
    }
}
