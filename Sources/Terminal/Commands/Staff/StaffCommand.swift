import ArgumentParser

/// `staff`: the agency's own people, on the registry alone.
public struct StaffCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "staff",
        abstract: "Your agency's own people: import the official files, list and look.",
        discussion: "Only the registry node holds them. Names and NIPs never leave it except with a transfer.",
        subcommands: [
            StaffImportCommand.self, StaffQuestions.self, StaffAnswerCommand.self, StaffList.self, StaffShow.self,
            StaffSheet.self, StaffUnits.self, StaffReorganise.self,
        ])

    public init() {}
}
