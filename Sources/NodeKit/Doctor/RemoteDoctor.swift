import Foundation
import SyncProtocol

/// What can be checked about the way to the coordinator. Nothing that answers there is believed: what is not signed is shown
/// as evidence only.
public struct RemoteDoctor: Sendable {
    /// A certificate that ends sooner is named, so that there is time to get another.
    static let certificateDays = 21
    /// An apart clock harms nothing here, but TLS and people's dates; ordinary machines keep within seconds.
    static let clockSeconds = 300
    static let proxyVariables = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]

    private let identity: NodeIdentity
    /// Where to ask; the identity's address unless the coordinator is beside this node.
    private let url: String
    private let environment: [String: String]
    private let clock: @Sendable () -> Stamp

    public init(
        _ identity: NodeIdentity, url: String? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment,
        clock: @escaping @Sendable () -> Stamp = { .now() }
    ) {
        self.identity = identity
        self.url = url ?? identity.url
        self.environment = environment
        self.clock = clock
    }

    /// The transport to give to ``run(_:)``: it tells of the certificate.
    public static func transport(_ identity: NodeIdentity) throws -> CurlTransport {
        var configuration = CurlConfiguration(caFile: identity.caPath)
        configuration.tellsCertificate = true
        configuration.maxReplyBytes = Limits.smallBodyBytes
        return try CurlTransport(configuration: configuration)
    }

    /// Asks twice, for `/v1` and `/ready`. Never throws: what fails is a finding.
    public func run(_ transport: any Transport) async -> [Checkup] {
        var checkups = [await name()]
        let document: TransportReply
        do {
            document = try await transport.send(TransportRequest(url: url + "/v1"))
        } catch {
            return checkups + [Self.failed(.connection, error)]
        }
        checkups.append(.ok(.connection, url))
        checkups += certificate(document.certificate) + clocks(document.header("date"))
        checkups += coordinator(document)
        checkups.append(await ready(transport))
        return checkups
    }

    private func name() async -> Checkup {
        let host = URLComponents(string: url)?.host ?? ""
        let addresses = await NameLookup.addresses(of: host)
        if addresses.isEmpty {
            // Behind a proxy the proxy looks names up.
            let hasProxy = Self.proxyVariables.contains { environment[$0]?.isEmpty == false }
            return .found(hasProxy ? .warning : .bad, .nameUnknown, host)
        }
        return .ok(.name, "\(host): \(addresses.joined(separator: ", "))")
    }

    private func certificate(_ certificate: ServerCertificate?) -> [Checkup] {
        guard let certificate else { return [] }
        let detail = "\(certificate.names.joined(separator: ", ")); \(certificate.notAfter.text)"
        let left = clock().seconds(until: certificate.notAfter)
        let ends = left < Self.certificateDays * 86_400
        return [ends ? .found(.warning, .certificateEnds, detail) : .ok(.certificate, detail)]
    }

    private func clocks(_ date: String?) -> [Checkup] {
        guard let date, let theirs = HTTPDate.read(date) else { return [] }
        let apart = theirs.seconds(until: clock())
        return abs(apart) > Self.clockSeconds ? [.found(.warning, .clockApart, "\(apart) s")] : []
    }

    private func coordinator(_ reply: TransportReply) -> [Checkup] {
        guard reply.status == 200, let document = try? ServiceDocument(parsing: reply.body) else {
            return [.found(.bad, .notACoordinator, "\(url) (\(reply.status))")]
        }
        var checkups: [Checkup] = []
        if document.key == identity.coordinator, document.region.utf8.elementsEqual(identity.region.utf8) {
            checkups.append(.ok(.coordinator, document.name))
        } else {
            checkups.append(.found(.bad, .otherCoordinator, document.name))
        }
        let spoken = "\(Limits.supportedWires.map(String.init).joined(separator: ", "))"
        let theirs = document.wires.map(String.init).joined(separator: ", ")
        let common = document.wires.filter(Limits.supportedWires.contains).max()
        checkups.append(
            common.map { .ok(.wire, "\($0)") } ?? .found(.bad, .noCommonWire, "\(spoken) / \(theirs)"))
        return checkups
    }

    private func ready(_ transport: any Transport) async -> Checkup {
        do {
            let reply = try await transport.send(TransportRequest(url: url + "/ready"))
            guard reply.status == 200 else {
                let code = (try? Problem(parsing: reply.body))?.code.rawValue
                return .found(.warning, .notReady, code ?? "\(reply.status)")
            }
            return .ok(.ready, url)
        } catch {
            return Self.failed(.ready, error)
        }
    }

    private static func failed(_ subject: Checkup.Subject, _ error: any Error) -> Checkup {
        guard let error = error as? TransportError else {
            return Checkup(subject, .bad, source: "transport", code: "transport-failed", detail: "\(type(of: error))")
        }
        return Checkup(subject, .bad, source: "transport", code: error.code.rawValue, detail: error.message)
    }
}
