import ArgumentParser
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// `document print`
struct DocumentPrint: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "A document as a page to print, or its extract for one person.",
        discussion: """
            Example: mutasi-node document print 0a77f3 --extract 7d20e1 --html petikan.html

            Names stand where this node knows them: your own staff, and whom home has disclosed. The signed paper is what counts. \
            Without --html the page is shown here.
            """)

    @Argument(help: "The document, or the end of its id.")
    var document: String

    @Option(help: ArgumentHelp("Only the line of this offer, as an extract for its person.", valueName: "offer"))
    var extract: String?

    @Option(help: ArgumentHelp("Only this line, counted from 1, as an extract.", valueName: "number"))
    var line: Int?

    @Option(help: ArgumentHelp("Write it as a page to print; a file that is there is replaced.", valueName: "file"))
    var html: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard extract == nil || line == nil else { throw ValidationError("Give either --extract or --line.") }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let record = try workplace.record(document, .document)
        let document = try Document(record)
        let number = try chosen(of: document)
        let people = try names(in: document, visible, workplace)
        let own = workplace.agency
        let page: @Sendable (Language) -> Page = { language in
            Presenter(visible, own: own, language: language).printed(document, line: number, people: people)
        }
        let json = RecordJSON.show(record)
        guard let html else { return Answer(json) { page($0) } }
        let language = workplace.language
        let title = "\(document.type) \(document.number)"
        try CommandFile.write(Array(page(language).html(title: title, language).utf8), to: html)
        return Answer(.object([("file", .string(html))])) { language in
            let written = Sentence("Dokumen ditulis ke {file}.", "The document is written to {file}.")
            return Page([.paragraph(written.text(language, [("file", html)]))])
        }
    }

    /// The index of the one line that is asked for; nil for all. Throws ``ShortIDError`` or ``CommandError``.
    private func chosen(of document: Document) throws -> Int? {
        if let extract {
            let offer = try ShortID.resolve(extract, among: document.lines.map(\.offer))
            return document.lines.firstIndex { $0.offer == offer }
        }
        guard let line else { return nil }
        guard document.lines.indices.contains(line - 1) else {
            throw CommandError(
                .badArgument,
                Sentence("Dokumen ini mempunyai {count} baris.", "This document has {count} lines."),
                advice: Sentence("Lihat dengan document show.", "Look with document show."),
                values: [("count", "\(document.lines.count)")])
        }
        return line - 1
    }

    /// The people of the lines whom this node may name: its own staff, and those whom home has disclosed.
    private func names(
        in document: Document, _ visible: VisibleRecords, _ workplace: Workplace
    ) throws -> [RecordID: DisclosedProfile] {
        let today = try workplace.today()
        var people: [RecordID: DisclosedProfile] = [:]
        for line in document.lines {
            guard let offer = visible.offer(line.offer) else { continue }
            let disclosure = visible.disclosures.last { $0.offer == offer.id }
            if let disclosure, let attachment = try workplace.store.attachment(disclosure.profile) {
                people[offer.id] = try? DisclosedProfile(parsing: attachment.bytes)
            }
            guard workplace.identity.isRegistry else { continue }
            // Once somebody has left, the card is forgotten here; the transfer still says who it was.
            let transfer = visible.transfer(ofOffer: offer.id)
            let sheet = try workplace.store.staff.read { reader in
                let nip =
                    try reader.person(ofCard: offer.card)
                    ?? transfer.flatMap { try reader.person(ofTransfer: $0.id) }
                return try nip.flatMap { try reader.sheet($0) }
            }
            if let sheet { people[offer.id] = DisclosedProfile(of: sheet, on: today) }
        }
        return people
    }
}
