import ArgumentParser
import Negotiation
import Personnel
import StrictJSON
import Terminal

/// `policy …`
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "The region's policy set: kinds of move, thresholds, weights.",
        discussion: "Example: mutasi-coordinator policy show",
        subcommands: [PolicyApply.self, PolicyCheck.self, PolicyShow.self], defaultSubcommand: PolicyShow.self)
}

/// `policy apply`
struct PolicyApply: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Make a policy set the region's; open offers keep theirs.",
        discussion: """
            Example: mutasi-coordinator policy apply deploy/policy/semarang

            A folder holds policy.json and routes/*.json. Each set has a higher version than the one before.
            """)

    @Argument(help: "A file, or a folder with policy.json and routes/*.json.")
    var path: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let files = try PolicyFiles(path)
        return Answer(try await workplace.record(.policyApply, .object([("policy", files.value)]), recording))
    }
}

/// `policy check`: needs no coordinator.
struct PolicyCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read a policy set and say what is wrong with it.",
        discussion: "Example: mutasi-coordinator policy check deploy/policy/semarang")

    @Argument(help: "A file, or a folder with policy.json and routes/*.json.")
    var path: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let spoken = options.language()
        try await Console.answer(options, language: { spoken }) {
            let policy = try PolicyFiles(path).policy
            let codes = policy.routes.map(\.code)
            let json = JSONValue.object([
                ("version", .integer(policy.version)), ("from", .string(policy.from.iso)),
                ("routes", .array(codes.map(JSONValue.string))),
            ])
            let answer = Answer(json) { language in
                Page([
                    .paragraph(
                        Sentence(
                            "Kebijakan versi {version} terbaca: {routes}.",
                            "Policy version {version} is readable: {routes}."
                        ).text(
                            language,
                            [("version", "\(policy.version)"), ("routes", codes.joined(separator: ", "))]))
                ])
            }
            return (answer, spoken)
        }
    }
}

/// `policy show`
struct PolicyShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "The policy set that counts today.",
        discussion: "Example: mutasi-coordinator policy show")

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let policy = try workplace.policy()
        let visible = try workplace.visible()
        return try workplace.show(policy.id, visible) { $0.policy(policy) }
    }
}
