import ArgumentParser
import Negotiation

/// `document …`: opinions, approvals and decrees.
public struct DocumentCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: "Opinions, approvals and decrees: issue, look, print.",
        discussion: "Example: mutasi-coordinator document list",
        subcommands: [DocumentIssue.self, DocumentList.self, DocumentShow.self, DocumentPrint.self],
        defaultSubcommand: DocumentList.self)

    public init() {}
}

/// `document list`
struct DocumentList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every opinion, approval and decree that this agency may see.",
        discussion: "Example: mutasi-coordinator document list")

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let shown = visible.documents
        return workplace.list(.document, shown.map(\.id), visible) { $0.documents(shown) }
    }
}

/// `document show`
struct DocumentShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One document with its lines.",
        discussion: "Example: mutasi-coordinator document show 0a77f3")

    @Argument(help: "The document, or the end of its id.")
    var document: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let record = try workplace.record(document, .document)
        let shown = try Document(record)
        return try workplace.show(record.id, visible) { $0.document(shown) }
    }
}
