import ArgumentParser

/// `vacancy …`: posts that an agency wants filled.
public struct VacancyCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "vacancy",
        abstract: "Posts that an agency wants filled: open, edit, withdraw, rank their offers, look.",
        discussion: "Example: mutasi-node vacancy list",
        subcommands: [
            VacancyOpen.self, VacancyEdit.self, VacancyWithdraw.self, VacancyRank.self, VacancyList.self,
            VacancyShow.self,
        ],
        defaultSubcommand: VacancyList.self)

    public init() {}
}
