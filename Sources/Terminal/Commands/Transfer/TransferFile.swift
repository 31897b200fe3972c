import ArgumentParser
import Negotiation
import NodeKit
import StrictJSON

/// `transfer file`
struct TransferFile: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "file",
        abstract: "Send the personnel file again when the receiver found it incomplete.",
        discussion: """
            Example: mutasi-node transfer file 88e4c0

            The first file goes out by itself at the start. Correct the staff data before sending another.
            """)

    @OptionGroup var arguments: TransferArguments
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        let transfer = try Transfer(try workplace.record(arguments.transfer, .transfer))
        guard let draft = try workplace.store.fileDraft(for: transfer) else {
            throw CommandError(
                .badArgument,
                Sentence(
                    "Tidak ada berkas kepegawaian untuk mutasi ini di sini.",
                    "There is no personnel file for this transfer here."),
                advice: Sentence(
                    "Jalankan di registri dinas asal, setelah mulai bertugas.",
                    "Run it on the home agency's registry, after the start."))
        }
        return Answer(
            try await workplace.record(
                .transferFile, on: transfer.id, JSONValue(draft.operation.body), arguments.recording,
                attachments: draft.attachments))
    }
}
