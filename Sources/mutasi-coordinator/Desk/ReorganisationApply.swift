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
        subcommands: [ReorganisationApply.self, ReorganisationWithdraw.self, ReorganisationDocument.self]
            + ReorganisationCommand.acts,
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
            old agency: mutasi-node staff units. All of it counts or nothing, from its date `from` on: recorded before that day it is \
            planned, every agency sees it, and it is carried out when the day comes. The people are confirmed by one decree afterwards; \
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

/// `reorganisation withdraw`: a planned one is not carried out.
struct ReorganisationWithdraw: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take back a reorganisation that is planned, or that could not be carried out.",
        discussion: "Example: mutasi-coordinator reorganisation withdraw 88e4c0 --reason \"regulation postponed\"")

    @Argument(help: "The reorganisation, or the end of its id.")
    var reorganisation: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String?

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let record = try workplace.record(reorganisation, .reorganisation)
        return Answer(
            try await workplace.record(.reorganisationWithdraw, on: record.id, because: reason, recording))
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

            It takes every offer of the reorganisation that waits for a document of this type. Over more than \
            \(Document.lineLimit) people it is one document in numbered parts, up to \(Document.partLimit); run again with the same \
            number, it enters the parts that are missing. Single lines are struck with document issue --struck.
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
        let lines = due.prefix(Document.lineLimit * Document.partLimit).map(line)
        let parts = stride(from: 0, to: lines.count, by: Document.lineLimit).map { first in
            Array(lines[first..<min(first + Document.lineLimit, lines.count)])
        }
        // Entered again under the same number, what is missing takes the parts that have not come.
        let entered = visible.documents.filter {
            $0.type == paper.type && $0.number == paper.number && $0.extractOf == nil
        }
        .compactMap(\.part)
        let all = entered.first?.of ?? parts.count
        guard all > 1 else {
            return Answer(try await workplace.record(.documentIssue, document(lines, part: nil), recording))
        }
        let free = (1...all).filter { number in !entered.contains { $0.number == number } }
        guard parts.count <= free.count else {
            throw CommandError(
                .badArgument,
                Sentence(
                    "Dokumen {number} sudah dicatat dalam {of} bagian; bagian yang tersisa tidak cukup.",
                    "Document {number} was entered in {of} parts; those that are left are too few."),
                advice: Sentence(
                    "Catat pegawai yang tersisa dengan dokumen bernomor lain.",
                    "Enter the remaining people by a document of another number."),
                values: [("number", paper.number), ("of", String(all))])
        }
        var batch = RecordingBatch()
        for (number, lines) in zip(free, parts) {
            let part = JSONValue.object([("number", .integer(number)), ("of", .integer(all))])
            batch.add(
                act.id,
                try await workplace.record(
                    .documentIssue, document(lines, part: part), anyway: recording.anyway))
        }
        return try await batch.answer(
            workplace, sync: recording.sync, Sentence("Bagian dokumen penataan", "Parts of the document"))
    }

    private func line(_ offer: Offer) -> JSONValue {
        .members([
            ("offer", .string(offer.id.text)), ("terms", .integer(offer.terms.version)),
            ("result", .string("favourable")), ("conflict", noConflict ? .boolean(false) : nil),
        ])
    }

    private func document(_ lines: [JSONValue], part: JSONValue?) -> JSONValue {
        .object([("document", .members(paper.members + [("part", part), ("lines", .array(lines))]))])
    }
}
