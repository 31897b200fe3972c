import Foundation
import NodeKit
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CurlTransportTrustTests {
    let server: HostileServer

    init() throws {
        server = try .shared()
    }

    private func failure(
        _ port: HostileServer.Port, host: String = "127.0.0.1", caFile: String?
    ) async throws -> TransportError? {
        let transport = try server.transport { $0.caFile = caFile }
        let request = TransportRequest(url: try server.address(port, "/echo", host: host))
        return await #expect(throws: TransportError.self) { try await transport.send(request) }
    }

    @Test func nameInTheCertificateIsAccepted() async throws {
        let transport = try server.transport()
        let reply = try await transport.send(
            TransportRequest(url: server.address(.good, "/echo", host: "localhost")))
        #expect(reply.status == 200)
    }

    @Test func serverOfAnotherCAIsRefused() async throws {
        #expect(try await failure(.good, caFile: server.otherCAFile)?.code == .tls)
    }

    @Test func privateCAIsNotTrustedWithoutItsFile() async throws {
        #expect(try await failure(.good, caFile: nil)?.code == .tls)
    }

    @Test func certificateForAnotherHostIsRefused() async throws {
        #expect(try await failure(.wrongHost, caFile: server.caFile)?.code == .tls)
        #expect(try await failure(.wrongHost, host: "localhost", caFile: server.caFile)?.code == .tls)
    }

    @Test func expiredCertificateIsRefused() async throws {
        let error = try await failure(.expired, caFile: server.caFile)
        #expect(error?.code == .tls)
        #expect(error?.message.contains("expired") == true)
    }

    @Test func missingCAFileIsRefusedAtOnce() throws {
        let error = #expect(throws: TransportError.self) {
            try server.transport { $0.caFile = "/nonexistent/ca.pem" }
        }
        #expect(error?.code == .tls)
    }

    @Test func caFileWithoutCertificatesTrustsNobody() async throws {
        #expect(try await failure(.good, caFile: #filePath)?.code == .tls)
    }
}
