import ArgumentParser

/// `export`: proofs and copies of the journal that others check without this program's data.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Files that others can check offline: the evidence for one decision, or the whole journal.",
        discussion: "Works beside serve: it only reads.",
        subcommands: [ExportEvidence.self, ExportJournal.self])
}
