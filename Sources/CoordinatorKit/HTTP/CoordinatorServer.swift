import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import ServiceLifecycle

/// The coordinator over HTTP/1.1 and TLS.
///
/// HTTP/1.1, because it was measured at half the cost of HTTP/2 for one request at a time, and because with HTTP/2 offered
/// a client that never starts TLS is not closed.
public struct CoordinatorServer: Service {
    private let coordinator: Coordinator
    private let settings: ServerSettings
    private let log: Logger
    private let onListening: @Sendable (Int) async -> Void

    /// `onListening` gets the port once connections are accepted.
    public init(
        coordinator: Coordinator, settings: ServerSettings, log: Logger = Logger(label: "http"),
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.coordinator = coordinator
        self.settings = settings
        self.log = log
        self.onListening = onListening
    }

    /// Serves until the group that runs it stops: no new requests then, those in flight are finished, and after
    /// ``ServerSettings/stopSeconds`` whatever is still open is cut off.
    public func run() async throws {
        let responder = CoordinatorResponder(coordinator: coordinator, settings: settings, log: log)
        let report = onListening
        let application = Application(
            responder: responder, server: try builder(),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(settings.connections)),
            onServerRunning: { channel in await report(channel.localAddress?.port ?? 0) }, logger: log)
        try await application.run()
    }

    private func builder() throws -> HTTPServerBuilder {
        let writeLimit = TimeAmount.seconds(Int64(settings.writeSeconds))
        let stopLimit = TimeAmount.seconds(Int64(settings.stopSeconds))
        let plain = HTTPServerBuilder.http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [ConnectionDeadlines(writeLimit: writeLimit, stopLimit: stopLimit)],
                idleTimeout: .seconds(Int64(settings.idleSeconds)),
                httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                    maxHeaderFieldSize: settings.headerFieldBytes, maxHeaderListSize: settings.headerBytes,
                    maxHeaderFieldCount: settings.headerCount)))
        return if let tls = settings.tls {
            try .tls(plain, tlsConfiguration: tls)
        } else {
            plain
        }
    }
}
