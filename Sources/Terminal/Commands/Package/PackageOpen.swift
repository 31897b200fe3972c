import ArgumentParser
import Negotiation
import StrictJSON

/// `package open`
struct PackageOpen: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Bind offers: they are held, approved, decreed and started together or not at all.",
        discussion: """
            Example: mutasi-node package open 7d20e1 51b0aa

            For an exchange of two there is package exchange. Else each agency first opens the seat of its own person: vacancy open \
            --freed-by CARD, and offers that person for another's seat. Your agency is a party of every offer that you name; the BKD may name any.
            """)

    @Argument(help: "Two to twenty offers, each by its id or the end of it.")
    var offers: [String]

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard Package.size.contains(offers.count) else {
            throw ValidationError("A package has \(Package.size.lowerBound) to \(Package.size.upperBound) offers.")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let ids = try offers.map { try workplace.foreseen($0, .offer).id }
        return Answer(try await workplace.record(.packageOpen, .package(ids), recording))
    }
}

/// `package withdraw`
struct PackageWithdraw: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take back a package that this agency opened, before the decree; its offers go on alone.",
        discussion: """
            Example: mutasi-node package withdraw 33c0de

            An offer whose seat nobody would leave any more is closed: in an exchange that is both of them.
            """)

    @Argument(help: "The package, or the end of its id.")
    var package: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let record = try workplace.foreseen(package, .package)
        return Answer(try await workplace.record(.packageWithdraw, on: record.id, .object([]), recording))
    }
}
