import ArgumentParser
import Negotiation
import NodeKit
import StrictJSON

/// `outbox release`: held drafts may go out.
struct OutboxRelease: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Let drafts go out that are held for you to look at.",
        discussion: """
            Example: mutasi-node outbox release 9c41f2

            Drafts that came back from an older copy or a backup are held: one of them may have been withdrawn since. Look at \
            each with outbox show; what should not go out is taken back with outbox withdraw. --all releases every one but \
            those that the coordinator could not read.
            """)

    static var needsFreshRecords: Bool { false }

    @Argument(help: "The drafts, or the ends of their ids.")
    var operations: [String] = []

    @Flag(help: "All that are held for review.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard all != !operations.isEmpty else { throw ValidationError("Give drafts, or --all.") }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireOperator()
        let before = try workplace.store.status().held
        for operation in operations {
            try workplace.store.release(try workplace.outboxEntry(operation).operation.id)
        }
        if all {
            _ = try workplace.store.releaseAll()
        }
        let held = try workplace.store.status().held
        let released = before - held
        let json = JSONValue.object([("released", .integer(released)), ("held", .integer(held))])
        return Answer(json) { language in
            Page([
                .paragraph(
                    Sentence(
                        "{count} draf dilepas; {held} masih ditahan.", "{count} drafts released; {held} still held."
                    ).text(language, [("count", language.number(released)), ("held", language.number(held))])),
                .advice(Sentence("Kirim:", "Send:")[language], command: "\(Program.current.rawValue) sync"),
            ])
        }
    }
}

/// `outbox resend`: what was refused, once more.
struct OutboxResend: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "resend",
        abstract: "Record a refused operation anew, with what depended on it.",
        discussion: """
            Example: mutasi-node outbox resend 9c41f2 --with-dependants

            A new draft with a new id; with --with-dependants also everything that was refused because of it, with the new \
            names. Correct them with outbox edit before they go out.
            """)

    static var needsFreshRecords: Bool { false }

    @Argument(help: "The refused operation, or the end of its id.")
    var operation: String

    @Flag(help: "Everything that was refused because of it, too.")
    var withDependants = false

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let entry = try workplace.outboxEntry(operation)
        try workplace.requireOperator()
        let drafts = try workplace.store.resend(
            entry.operation.id, withDependants: withDependants, actor: workplace.actor)
        let json = JSONValue.object([
            (
                "drafts",
                .array(
                    drafts.map { draft in
                        .object([
                            ("operation", .string(draft.operation.id.text)), ("kind", .string(draft.operation.kind)),
                            ("record", .string(draft.operation.record.text)),
                        ])
                    })
            )
        ])
        return Answer(json) { language in
            let program = Program.current.rawValue
            var page = Page([
                .title(
                    Sentence("{count} draf baru", "{count} new drafts").text(
                        language, [("count", language.number(drafts.count))]))
            ])
            page.add(
                .items(
                    drafts.map {
                        ShortID.text($0.operation.id) + " " + Sentences.word(.operation, $0.operation.kind, language)
                    }))
            if let first = drafts.first {
                page.add(
                    .advice(
                        Sentence("Perbaiki sebelum dikirim:", "Correct it before it goes out:")[language],
                        command: "\(program) outbox edit \(ShortID.text(first.operation.id)) --body FILE"))
            }
            return page
        }
    }
}
