import ArgumentParser
import Negotiation
import Personnel
import StrictJSON
import Terminal

/// `reorganisation …` with what only the desk may do.
struct DeskReorganisationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reorganisation",
        abstract: "Units that go over to another agency, agencies that end or are renamed.",
        discussion: "Example: mutasi-coordinator reorganisation apply split.json",
        subcommands: [ReorganisationApply.self, ReorganisationDocument.self] + ReorganisationCommand.acts,
        defaultSubcommand: ReorganisationCommand.listing)
}

/// `reorganisation apply`: the table of a file.
struct ReorganisationApply: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Carry out a reorganisation: open records follow their units, seats are opened for the people.",
        discussion: """
            Example: mutasi-coordinator reorganisation apply split.json

            The file: {"number","date","from","route","units":[{"unit","name","from","to","posts":[{"post":{"id","name"}, \
            "seats"}]}],"closes":[agency],"renames":[{"agency","name":{"id","en"}}]}. Units with posts and holders come from the \
            old agency: mutasi-node staff units. All of it counts or nothing. The people are confirmed by one decree afterwards; \
            todo says what comes next.
            """)

    @Argument(help: "The file with the table.")
    var file: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let table = try CommandFile.json(file, maxBytes: Operation.byteLimit)
        let body = JSONValue.object([("reorganisation", JSONValue(table))])
        return Answer(try await workplace.record(.reorganisationApply, body, recording))
    }
}

/// `reorganisation document`: one document over all people whose turn it is.
struct ReorganisationDocument: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: "Enter an opinion, an approval or the decree about all people of a reorganisation.",
        discussion: """
            Example: mutasi-coordinator reorganisation document 88e4c0 --type CODE --number 800/31/2026 --date 2026-06-20 \
            --signer "Walikota Semarang" --standing definitif

            It takes every offer of the reorganisation that waits for a document of this type, up to \(Document.lineLimit) lines; \
            with more people run it again under a further number. Single lines are struck with document issue --struck.
            """)

    @Argument(help: "The reorganisation, or the end of its id.")
    var reorganisation: String

    @OptionGroup var paper: PaperOptions

    @Flag(help: "The signer declares to have no conflict of interest in any line.")
    var noConflict = false

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let act = try Reorganisation(try workplace.record(reorganisation, .reorganisation))
        let visible = try workplace.visible()
        let opened = Set(act.opened)
        let due = visible.offers.filter { offer in
            opened.contains(offer.vacancy) && offer.isOpen && offer.isHolding
                && visible.route(offer).map { offer.nextDocument($0) == paper.type } ?? false
        }
        guard !due.isEmpty else {
            throw CommandError(
                .badArgument,
                Sentence(
                    "Tidak ada usulan penataan ini yang menunggu dokumen {type}.",
                    "No offer of this reorganisation waits for a document {type}."),
                advice: Sentence(
                    "Lihat dokumen berikutnya dengan todo.", "See which document is next with todo."),
                values: [("type", paper.type)])
        }
        let lines = due.prefix(Document.lineLimit).map { offer in
            let declared: [(String, JSONValue)] = noConflict ? [("conflict", .boolean(false))] : []
            return JSONValue.object(
                [
                    ("offer", .string(offer.id.text)), ("terms", .integer(offer.terms.version)),
                    ("result", .string("favourable")),
                ] + declared)
        }
        let document = JSONValue.members(paper.members + [("lines", .array(Array(lines)))])
        return Answer(try await workplace.record(.documentIssue, .object([("document", document)]), recording))
    }
}
