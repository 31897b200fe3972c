import CoordinatorKit
import Foundation
import NIOSSL
import Negotiation
import SyncProtocol
import Testing

/// The real server over TLS, with a certificate of an authority made for the test.
@Suite(.serialized, .timeLimit(.minutes(1))) struct TLSServerTests {
    static func serving(
        _ region: TestRegion, _ authority: TestAuthority, idleSeconds: Int = 30,
        _ body: (_ port: Int) async throws -> Void
    ) async throws {
        let tls = try ServerSettings.tls(
            certificateChain: authority.serverCertificate, privateKey: authority.serverKey)
        try await CoordinatorServerTests.serving(
            region,
            change: { settings in
                settings.tls = tls
                settings.idleSeconds = idleSeconds
            }
        ) { port, _ in try await body(port) }
    }

    @Test func nodeJoinsAndSyncsOverTLS() async throws {
        var region = try TestRegion()
        let authority = try TestAuthority()
        let code = try await region.invite("disdik")
        try await Self.serving(region, authority) { port in
            let key = SigningKey.generate()
            let join = JoinRequest.make(code: code, key: key, box: BoxKey.generate().publicKey)
            let joined = try await TLSConnection.ask(
                port, trusting: authority.certificate, "POST /v1/join HTTP/1.1", body: join.encode())
            #expect(joined.status == 200)
            try region.desk.verify(joined.answer)
            var node = TestNode(try JoinReply(parsing: joined.body), key: key)
            let request = node.request([Statement.put("é", to: ["disdik"])])
            let (body, signature) = node.signed(request)
            let synced = try await TLSConnection.ask(
                port, trusting: authority.certificate, "POST /v1/sync HTTP/1.1\r\nMutasi-Signature: \(signature)",
                body: body)
            let reply = try node.absorb(synced.answer, of: request)
            #expect(reply.outcomes.map(\.outcome.kind) == [.accepted])
            #expect(reply.complete == SyncReply.Complete(count: node.replica.count, digest: node.digest.hex))
        }
    }

    @Test func clientThatTrustsAnotherAuthorityGetsNothing() async throws {
        let authority = try TestAuthority()
        let other = try TestAuthority()
        try await Self.serving(try TestRegion(), authority) { port in
            await #expect(throws: (any Error).self) {
                try await TLSConnection.ask(port, trusting: other.certificate, "GET /live HTTP/1.1")
            }
            let answer = try await TLSConnection.ask(port, trusting: authority.certificate, "GET /live HTTP/1.1")
            #expect(answer.status == 200)
        }
    }

    @Test func clientWithoutTLSIsClosed() async throws {
        let authority = try TestAuthority()
        try await Self.serving(try TestRegion(), authority, idleSeconds: 1) { port in
            let plain = try RawConnection(port: port)
            await plain.send("GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(try await plain.receiveAll().contains("HTTP/") == false)
            let silent = try RawConnection(port: port)
            #expect(try await silent.receiveAll().isEmpty)
        }
    }

    @Test func filesThatAreNoCertificateAreRefusedBeforeServing() throws {
        let authority = try TestAuthority()
        #expect(throws: (any Error).self) {
            try ServerSettings.tls(certificateChain: authority.serverKey, privateKey: authority.serverKey)
        }
        #expect(throws: (any Error).self) {
            try ServerSettings.tls(certificateChain: authority.serverCertificate, privateKey: "/nowhere")
        }
    }
}
