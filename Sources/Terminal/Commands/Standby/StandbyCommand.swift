import ArgumentParser
import Negotiation
import Personnel
import StrictJSON

/// `standby …`: people whom their agency lends without being asked again.
public struct StandbyCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "standby",
        abstract: "The standby list for secondments: post, withdraw, look.",
        discussion: "Example: mutasi-node standby list",
        subcommands: acts, defaultSubcommand: listing)

    /// What every agency may do; the desk's program adds its own.
    public static let acts: [any ParsableCommand.Type] = [
        StandbyPost.self, StandbyWithdraw.self, StandbyList.self, StandbyShow.self,
    ]

    /// What `standby` alone does.
    public static let listing: any ParsableCommand.Type = StandbyList.self

    public init() {}
}

/// `standby post`
struct StandbyPost: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "post",
        abstract: "Put one of your people on the standby list, for some months and at most so many days.",
        discussion: """
            Example: mutasi-node standby post --card 198501012010011001 --route R --months 1,2,11 --days 30

            It is your agreement in advance: the BKD may call the person for an open vacancy within these limits by one operation. \
            Runs on the node with the staff data, which checks every rule of the route that needs no post, and tells the BKD from \
            which post and unit the person comes: at a call that unit keeps its need, as you published it with need publish.
            """)

    @Option(help: ArgumentHelp("The card: the end of its id, or its person's NIP.", valueName: "card-or-nip"))
    var card: String

    @Option(help: ArgumentHelp("The kind of secondment: a route of the policy.", valueName: "code"))
    var route: String

    @Option(help: ArgumentHelp("Months of the year, 1 to 12, with commas between.", valueName: "months"))
    var months: MonthList

    @Option(help: ArgumentHelp("The most days of one call.", valueName: "n"))
    var days: Int

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard Standby.days.contains(days) else {
            throw ValidationError("--days takes \(Standby.days.lowerBound) to \(Standby.days.upperBound).")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let card = try workplace.card(card)
        let policy = try workplace.policy()
        // A route that the policy lacks is refused with its name; nothing can be checked against it.
        let sheet = try policy.route(route).map { route in
            try workplace.checkSheet(card: card, route: route, policy: policy, days: days)
        }
        let body = JSONValue.object([
            (
                "standby",
                .members([
                    ("card", .string(card.text)), ("route", .string(route)),
                    ("months", .array(months.months.map(JSONValue.integer))), ("days", .integer(days)),
                    ("place", try workplace.ownPlace(of: card)), ("sheet", sheet),
                ])
            )
        ])
        return Answer(try await workplace.record(.standbyPost, body, recording))
    }
}

/// `standby withdraw`
struct StandbyWithdraw: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take a person off the standby list; a secondment that has begun goes on.",
        discussion: "Example: mutasi-node standby withdraw 0c7d55")

    @Argument(help: "The entry, or the end of its id.")
    var standby: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let record = try workplace.foreseen(standby, .standby)
        return Answer(try await workplace.record(.standbyWithdraw, on: record.id, .object([]), recording))
    }
}

/// `standby list`
struct StandbyList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Who stands by, with months, days and whether a seat holds the person now.",
        discussion: "Example: mutasi-coordinator standby list")

    @Flag(help: "Those that ended too.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let shown = visible.standbys.filter { all || $0.ended == nil }
        return workplace.list(.standby, shown.map(\.id), visible) { $0.standbys(shown) }
    }
}

/// `standby show`
struct StandbyShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One entry of the standby list with what home found.",
        discussion: "Example: mutasi-node standby show 0c7d55")

    @Argument(help: "The entry, or the end of its id.")
    var standby: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let shown = try Standby(try workplace.record(standby, .standby))
        return try workplace.show(shown.id, visible) { $0.standby(shown) }
    }
}

/// `1,2,11` on a command line.
struct MonthList: ExpressibleByArgument {
    var months: [Int]

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        months = parts.compactMap { $0 }.filter { (1...12).contains($0) }
        guard months.count == parts.count, !months.isEmpty else { return nil }
    }
}
