import ArgumentParser
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// `rejoin`: fresh keys for an existing data directory.
public struct RejoinCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "rejoin",
        abstract: "Join anew in an existing data directory: staff data and drafts stay.",
        discussion: """
            Example: mutasi-node rejoin 'mutasi-join:https://bkd.example:8443#…#…' --data /var/lib/mutasi

            For a node that is stale or superseded. With a line that the BKD made by 'invite AGENCY --replace NODE' this machine \
            takes the node's place, and any other copy is refused from then on; with a plain line it becomes a further node. The \
            same command may be run again until it succeeds. Drafts that may be old are held: see outbox list.
            """)

    @Argument(help: "The invitation's line.")
    var invitation: String?

    @OptionGroup var way: JoinWay

    @Flag(help: "Drop a rejoin that has begun and got no reply.")
    var cancel = false

    @OptionGroup public var options: GlobalOptions

    public init() {}

    public func validate() throws {
        if cancel {
            guard invitation == nil, way.reply == nil, way.export == nil else {
                throw ValidationError("--cancel stands alone.")
            }
        } else {
            try way.validate(line: invitation)
        }
    }

    public func run() async throws {
        try await Console.answer(options, language: { options.language() }) {
            let directory = DataDirectory(try options.directory())
            let was = try NodeStore.open(directory).identity.node
            if cancel {
                try Rejoin.cancel(in: directory)
                return (Self.cancelled, options.language())
            }
            if let reply = way.reply {
                let store = try Rejoin.absorb(try CarriedFiles.reply(reply).transportReply, in: directory)
                return (try Self.answer(store, was: was, isCarried: true), options.language())
            }
            let line = invitation ?? ""
            if let file = way.export {
                try CommandFile.write(
                    try Rejoin.prepare(line, in: directory, caPath: way.ca).carried.encode(), to: file)
                return (JoinWay.exported(file, program: "rejoin"), options.language())
            }
            let ca = try way.ca ?? NodeStore.open(directory).identity.caPath
            let transport = try CurlTransport(configuration: CurlConfiguration(caFile: ca))
            defer { transport.close() }
            _ = try await Rejoin.run(line, in: directory, caPath: ca, transport: transport)
            let workplace = try await Workplace.open(options, fresh: false)
            defer { workplace.close() }
            try SyncFailure.check(try await workplace.sync())
            return (try Self.answer(workplace.store, was: was, isCarried: false), workplace.language)
        }
    }

    private static var cancelled: Answer {
        Answer(.object([("cancelled", true)])) { language in
            Page([
                .paragraph(
                    Sentence(
                        "Bergabung ulang dibatalkan; simpul ini tetap seperti semula.",
                        "The rejoin is dropped; this node is what it was.")[language])
            ])
        }
    }

    private static func answer(_ store: NodeStore, was: NodeID, isCarried: Bool) throws -> Answer {
        let status = try store.status()
        let identity = store.identity
        let replaced = identity.node == was
        let json = JSONValue.object([
            ("agency", .string(identity.agency.text)), ("node", .string(identity.node.text)),
            ("instance", .string(identity.instance.text)), ("registry", .boolean(identity.isRegistry)),
            ("replaced", .boolean(replaced)), ("held", .integer(status.held)), ("drafts", .integer(status.drafts)),
        ])
        return Answer(json) { language in
            var page = Page([
                .title(
                    replaced
                        ? Sentence("Simpul ini bekerja lagi dengan kunci baru", "This node works again, with new keys")[
                            language]
                        : Sentence("Folder ini menjadi simpul tambahan", "This folder is a further node now")[language]),
                .paragraph(
                    Sentence(
                        "Data pegawai, salinan data wilayah dan draf tetap ada.",
                        "Staff data, the copy of the region's data and drafts are still there.")[language]),
            ])
            if status.held > 0 {
                page.add(
                    .advice(
                        Sentence(
                            "{count} draf ditahan karena mungkin sudah usang. Periksa, lalu lepas atau tarik:",
                            "{count} drafts are held because they may be old. Look at them, then release or withdraw:"
                        ).text(language, [("count", language.number(status.held))]),
                        command: "mutasi-node outbox list"))
            }
            if isCarried {
                page.add(
                    .advice(Sentence("Berikutnya:", "Next:")[language], command: "mutasi-node outbox export FILE"))
            }
            return page
        }
    }
}
