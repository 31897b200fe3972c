import ArgumentParser

/// `document …` at an agency's node, which reads what the personnel agency issued.
public struct DocumentReading: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: "Opinions, approvals and decrees about your offers.",
        discussion: "Example: mutasi-node document list",
        subcommands: [DocumentList.self, DocumentShow.self, DocumentPrint.self],
        defaultSubcommand: DocumentList.self)

    public init() {}
}
