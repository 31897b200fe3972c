import ArgumentParser
import CoordinatorKit
import Foundation
import Logging
import NodeKit
import ServiceLifecycle
import StrictJSON
import SyncProtocol
import Terminal
import UnixSignals

/// `serve`: the coordinator, until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the region over HTTPS until SIGTERM or SIGINT.",
        discussion: """
            Example: mutasi-coordinator serve --data /var/lib/mutasi --certificate server.pem --key server.key

            The certificate names localhost too: the desk's commands come over the loopback. Stopping takes at most 15 \
            seconds; what was received is answered first.
            """)

    /// Requests in flight are finished within the server's own limit; this is the last word.
    private static let stopLimit = Duration.seconds(14)

    @Option(help: ArgumentHelp("The certificate chain.", valueName: "pem"))
    var certificate: String

    @Option(help: ArgumentHelp("The certificate's key.", valueName: "pem"))
    var key: String

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port; 0 lets the system choose.")
    var port = 8443

    @Option(help: ArgumentHelp("A file to write the port to once it listens.", valueName: "file"))
    var portFile: String?

    @Option(
        help: ArgumentHelp(
            "A folder on another disk: everything is there too before it is answered.", valueName: "dir"))
    var mirror: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port takes 0 to 65535.") }
    }

    func run() async throws {
        LoggingSystem.bootstrap(StreamLogHandler.standardError)
        let spoken = options.language()
        try await Console.answer(options, language: { spoken }) {
            try await CoordinatorFailures.mapping { try await serve() }
            return (
                Answer(.object([("stopped", true)])) { language in
                    Page([.paragraph(Sentence("Koordinator berhenti.", "The coordinator has stopped.")[language])])
                }, spoken
            )
        }
    }

    private func serve() async throws {
        let data = try options.directory()
        let directory = try CoordinatorDirectory.open(data)
        let coordinator = try Coordinator(
            store: directory.store, keys: directory.keys, mirror: mirror.map { MirrorFolder($0) })
        try await coordinator.boot()
        let desk = try NodeStore.open(DataDirectory(data + "/" + Workplace.deskFolder)).identity
        let settings = try settings()
        let files = ServingFiles(directory: data, portFile: portFile)
        defer { files.remove() }
        let server = CoordinatorServer(coordinator: coordinator, settings: settings) { port in
            let region = RegionAddress(desk.url)?.listening(on: port) ?? desk.url
            files.announce(port: port, host: host, invitationURL: region)
            report(coordinator.region, region)
        }
        var services: [any Service] = [server]
        if !coordinator.region.isTrial {
            services.append(DayClock(coordinator: coordinator))
        }
        var configuration = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
            logger: Logger(label: "serve"))
        configuration.maximumGracefulShutdownDuration = Self.stopLimit
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch let failure as StoreFailure {
            throw failure
        } catch {
            throw Failure(
                .terminal, "cannot-serve", exit: .cannotCreate, detail: "\(host):\(port): \(error)",
                words: Explanation(
                    meaning: Sentence(
                        "Koordinator tidak dapat melayani di alamat ini.", "It cannot serve at this address."),
                    advice: Sentence(
                        "Hentikan program lain yang memakai port itu, atau beri --host dan --port yang lain.",
                        "Stop whatever else uses the port, or give another --host and --port.")))
        }
    }

    private func settings() throws -> ServerSettings {
        do {
            let tls = try ServerSettings.tls(certificateChain: certificate, privateKey: key)
            return ServerSettings(host: host, port: port, tls: tls)
        } catch {
            throw CommandError(
                .badArgument,
                Sentence(
                    "Sertifikat atau kuncinya tidak dapat dipakai: {cause}",
                    "The certificate or its key cannot be used: {cause}"),
                advice: Sentence(
                    "Beri berkas PEM yang terbaca dengan --certificate dan --key.",
                    "Give readable PEM files with --certificate and --key."),
                values: [("cause", "\(error)")])
        }
    }

    private func report(_ region: RegionIdentity, _ url: String) {
        // With --json the one document comes at the end; programs wait for the port file.
        guard !options.json else { return }
        Output.standard.line("\(region.name): \(url)")
        Output.standard.flush()
    }
}
