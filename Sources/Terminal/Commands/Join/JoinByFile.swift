import ArgumentParser
import NodeKit
import StrictJSON
import SyncProtocol

/// What `join` and `rejoin` take beside the line: how the request travels.
struct JoinWay: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp("Trust this authority (PEM) for the coordinator's address.", valueName: "file"))
    var ca: String?

    @Option(help: ArgumentHelp("Write the request to a file that somebody carries to the BKD.", valueName: "file"))
    var export: String?

    @Option(
        name: .customLong("import"), help: ArgumentHelp("Take in the reply that was carried back.", valueName: "file"))
    var reply: String?

    init() {}

    /// The line and one of the ways, or the reply without a line.
    func validate(line: String?) throws {
        guard (line == nil) == (reply != nil) else {
            throw ValidationError("Give the invitation's line, or --import with the reply to it.")
        }
        guard reply == nil || export == nil else { throw ValidationError("Give either --export or --import.") }
    }

    /// The page after the request was written.
    static func exported(_ path: String, program: String) -> Answer {
        Answer(.object([("file", .string(path))])) { language in
            Page([
                .paragraph(
                    Sentence("Permintaan ditulis ke {file}.", "The request is written to {file}.").text(
                        language, [("file", path)])),
                .advice(
                    Sentence("Bawa berkas itu ke BKD, lalu di sana:", "Carry it to the BKD, and there:")[language],
                    command: "mutasi-coordinator carry FILE --out REPLY"),
                .advice(
                    Sentence("Kembali dengan jawabannya:", "Back with the reply:")[language],
                    command: "mutasi-node \(program) --import REPLY"),
            ])
        }
    }
}
