import ArgumentParser
import Negotiation
import StrictJSON
import Terminal

/// `agency …`
struct AgencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agency", abstract: "The region's agencies: add, look.",
        discussion: "Example: mutasi-coordinator agency list", subcommands: [AgencyAdd.self, AgencyList.self],
        defaultSubcommand: AgencyList.self)
}

/// `agency add`
struct AgencyAdd: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add an agency to the region.",
        discussion: "Example: mutasi-coordinator agency add dinkes \"Dinas Kesehatan\" --name-en \"Health Agency\"")

    @Argument(help: "Its code: 2 to 24 of a-z, 0-9 and -.")
    var code: String

    @Argument(help: "Its name.")
    var name: String

    @Option(help: ArgumentHelp("Its name in English.", valueName: "name"))
    var nameEn: String?

    @Flag(help: "Another instansi, outside the region: it has no node, its word comes in letters.")
    var outside = false

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard AgencyCode(code) != nil else { throw ValidationError("A code is 2 to 24 of a-z, 0-9 and -.") }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let body = JSONValue.object([
            (
                "agency",
                .object(
                    [
                        ("code", .string(code)),
                        ("name", .object([("id", .string(name)), ("en", .string(nameEn ?? name))])),
                    ] + (outside ? [("outside", true)] : []))
            )
        ])
        return Answer(try await workplace.record(.agencyAdd, body, recording))
    }
}

/// `agency list`
struct AgencyList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All agencies and how many nodes each has.",
        discussion: "Example: mutasi-coordinator agency list")

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let own = workplace.agency
        return Answer(RecordJSON.list(.agency, try workplace.records(.agency))) { language in
            Presenter(visible, own: own, language: language).agencies()
        }
    }
}
