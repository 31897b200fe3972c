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

            The line works once and for a short time. If the network fails in between, run the same command again. Without a \
            network: join LINE --export FILE, at the BKD mutasi-coordinator carry FILE --out REPLY, then join --import REPLY.
            """)

    @Argument(help: "The invitation's line.")
    var invitation: String?

    @OptionGroup var way: JoinWay
    @OptionGroup public var options: GlobalOptions

    public init() {}

    public func validate() throws {
        try way.validate(line: invitation)
    }

    public func run() async throws {
        try await Console.answer(options, language: { options.language() }) {
            let directory = DataDirectory(try options.directory())
            if let reply = way.reply {
                let store = try Join.absorb(try CarriedFiles.reply(reply).transportReply, into: directory)
                return (Self.answer(store.identity, records: nil), options.language())
            }
            let line = invitation ?? ""
            if let file = way.export {
                try CommandFile.write(
                    try Join.prepare(line, into: directory, caPath: way.ca).carried.encode(), to: file)
                return (JoinWay.exported(file, program: "join"), options.language())
            }
            let transport = try CurlTransport(configuration: CurlConfiguration(caFile: way.ca))
            defer { transport.close() }
            let store = try await Join.run(line, into: directory, caPath: way.ca, transport: transport)
            let workplace = try await Workplace.open(options, fresh: false)
            defer { workplace.close() }
            let report = try await workplace.sync()
            try SyncFailure.check(report)
            return (Self.answer(store.identity, records: report.changes), workplace.language)
        }
    }

    /// - Parameter records: how many came; nil for a node that has not synced yet.
    private static func answer(_ identity: NodeIdentity, records: Int?) -> Answer {
        let json = JSONValue.object([
            ("region", .string(identity.region)),
            ("agency", .string(identity.agency.text)),
            ("node", .string(identity.node.text)),
            ("registry", .boolean(identity.isRegistry)),
            ("records", .optional(records)),
        ])
        let work = identity.isRegistry ? "mutasi-node staff import FOLDER" : "mutasi-node vacancy list"
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
                    command: records == nil ? "mutasi-node outbox export FILE" : work),
            ])
        }
    }
}
