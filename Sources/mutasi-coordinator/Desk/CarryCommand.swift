import ArgumentParser
import NodeKit
import StrictJSON
import SyncProtocol
import Terminal

/// `carry`: a request that came on a stick goes to the coordinator, and its reply into a file.
struct CarryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "carry",
        abstract: "Post a request that was carried here from a node without a network.",
        discussion: """
            Example: mutasi-coordinator carry /media/stick/request.json --out /media/stick/reply.json

            The file is what 'mutasi-node outbox export' or 'join LINE --export' has written. The coordinator must serve. The \
            reply may be carried back days later, and a file may be posted twice: nothing is decided twice.
            """)

    @Argument(help: "The request's file.")
    var file: String

    @Option(help: ArgumentHelp("Where to write the reply.", valueName: "file"))
    var out: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let language = options.language()
        try await Console.answer(options, language: { language }) {
            let request = try CarriedFiles.request(file)
            let directory = try options.directory()
            let address = try DeskAddress.read(directory: directory)
            let desk = try NodeStore.open(DataDirectory(directory + "/" + Workplace.deskFolder)).identity
            let transport = try CurlTransport(configuration: CurlConfiguration(caFile: desk.caPath))
            defer { transport.close() }
            let reply = try await transport.send(Self.posted(request, to: address.url))
            try CommandFile.write(CarriedReply(reply).encode(), to: out)
            return (Self.answer(reply, out), language)
        }
    }

    private static func posted(_ request: CarriedRequest, to url: String) -> TransportRequest {
        var headers = [("Content-Type", "application/json"), ("Mutasi-Wire", String(Limits.wire))]
        headers += request.signature.map { [(DetachedJWS.headerField, $0)] } ?? []
        return TransportRequest(method: .post, url: url + request.address, headers: headers, body: request.body)
    }

    /// A refusal is carried back too: the node says what it means.
    private static func answer(_ reply: TransportReply, _ out: String) -> Answer {
        let problem = reply.status == 200 ? nil : try? Problem(parsing: reply.body)
        let json = JSONValue.object([
            ("file", .string(out)), ("status", .integer(reply.status)), ("problem", .optional(problem?.code.rawValue)),
        ])
        return Answer(json, exit: reply.status == 200 ? .done : .answerIsNo) { language in
            Page([
                .paragraph(
                    reply.status == 200
                        ? Sentence("Jawaban ditulis ke {file}.", "The reply is written to {file}.").text(
                            language, [("file", out)])
                        : Sentence(
                            "Koordinator menolak ({code}); jawabannya ditulis ke {file}.",
                            "The coordinator refused ({code}); its reply is written to {file}."
                        ).text(language, [("code", problem?.code.rawValue ?? "\(reply.status)"), ("file", out)])),
                .advice(
                    Sentence("Bawa kembali ke simpulnya, lalu di sana:", "Carry it back to the node, and there:")[
                        language],
                    command: "mutasi-node outbox import REPLY"),
            ])
        }
    }
}
