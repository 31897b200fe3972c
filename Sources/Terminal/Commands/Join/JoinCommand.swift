import ArgumentParser
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// `join`: an invitation's line makes this directory a node of an agency.
public struct JoinCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "join",
        abstract: "Join with the one-line invitation that the BKD gave you.",
        discussion: """
            Example: mutasi-node join 'mutasi-join:https://bkd.example:8443#…#…' --data /var/lib/mutasi

            The line works once and for a short time. If the network fails in between, run the same command again.
            """)

    @Argument(help: "The invitation's line.")
    var invitation: String

    @Option(help: ArgumentHelp("Trust this authority (PEM) for the coordinator's address.", valueName: "file"))
    var ca: String?

    @OptionGroup public var options: GlobalOptions

    public init() {}

    public func run() async throws {
        try await Console.answer(options, language: { options.language() }) {
            let transport = try CurlTransport(configuration: CurlConfiguration(caFile: ca))
            defer { transport.close() }
            let store = try await Join.run(
                invitation, into: DataDirectory(try options.directory()), caPath: ca, transport: transport)
            let workplace = try await Workplace.open(options, fresh: false)
            defer { workplace.close() }
            let report = try await workplace.sync()
            try SyncFailure.check(report)
            return (Self.answer(store.identity, report), workplace.language)
        }
    }

    private static func answer(_ identity: NodeIdentity, _ report: SyncReport) -> Answer {
        let json = JSONValue.object([
            ("region", .string(identity.region)),
            ("agency", .string(identity.agency.text)),
            ("node", .string(identity.node.text)),
            ("registry", .boolean(identity.isRegistry)),
            ("records", .integer(report.changes)),
        ])
        return Answer(json) { language in
            Page([
                .title(
                    Sentence("Bergabung dengan {region}", "Joined {region}").text(
                        language, [("region", identity.regionName)])),
                .fields([
                    Page.Field(Sentence("Dinas", "Agency")[language], identity.agency.text),
                    Page.Field(
                        Sentence("Menyimpan data pegawai", "Holds the staff data")[language],
                        identity.isRegistry ? Sentence("ya", "yes")[language] : Sentence("tidak", "no")[language]),
                ]),
                .advice(
                    Sentence("Berikutnya:", "Next:")[language],
                    command: identity.isRegistry ? "mutasi-node staff import FOLDER" : "mutasi-node vacancy list"),
            ])
        }
    }
}
