import Foundation
import NodeKit
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CurlTransportFailureTests {
    let server: HostileServer

    init() throws {
        server = try .shared()
    }

    private func failure(
        _ request: TransportRequest, _ change: (inout CurlConfiguration) -> Void = { _ in }
    ) async throws -> TransportError? {
        let transport = try server.transport(change)
        return await #expect(throws: TransportError.self) { try await transport.send(request) }
    }

    private func failure(
        _ port: HostileServer.Port = .good, _ path: String, _ change: (inout CurlConfiguration) -> Void = { _ in }
    ) async throws -> TransportError? {
        try await failure(TransportRequest(url: server.address(port, path)), change)
    }

    // MARK: Nobody there

    @Test func refusedConnectionIsUnreachable() async throws {
        #expect(try await failure(.deaf, "/")?.code == .unreachable)
    }

    @Test func unknownNameIsDNS() async throws {
        // A label of 64 bytes cannot exist (RFC 1035 §2.3.4), so no name server is asked.
        let name = String(repeating: "n", count: 64)
        #expect(try await failure(TransportRequest(url: "https://\(name).invalid/"))?.code == .dns)
    }

    // MARK: Broken off

    @Test(arguments: ["/truncated", "/truncated-chunk", "/silent-close", "/reset"])
    func brokenReplyIsInterrupted(path: String) async throws {
        #expect(try await failure(.good, path)?.code == .interrupted)
    }

    @Test func resetInHandshakeIsTLS() async throws {
        #expect(try await failure(.resetInHandshake, "/")?.code == .tls)
    }

    @Test func replyThatIsNotHTTPIsRefused() async throws {
        #expect(try await failure(.good, "/not-http")?.code == .failed)
    }

    @Test func bodyThatIsNotCompressedAsDeclaredIsRefused() async throws {
        #expect(try await failure(.good, "/not-gzip")?.code == .failed)
    }

    @Test func postOnADyingConnectionIsNotRepeated() async throws {
        let key = UUID().uuidString
        let transport = try server.transport()
        _ = try await transport.send(TransportRequest(url: server.address(.good, "/echo")))
        let request = TransportRequest(method: .post, url: try server.address(.good, "/silent-close?\(key)"), body: [1])
        let error = await #expect(throws: TransportError.self) { try await transport.send(request) }
        #expect(error?.code == .interrupted)
        #expect(try await server.requestsSeen(key) == 1)
    }

    @Test func transportWorksOnAfterFailures() async throws {
        let transport = try server.transport { $0.maxReplyBytes = 1_000 }
        for path in ["/truncated", "/bomb", "/reset", "/not-http"] {
            await #expect(throws: TransportError.self) {
                try await transport.send(TransportRequest(url: server.address(.good, path)))
            }
            let reply = try await transport.send(TransportRequest(url: server.address(.good, "/sized?10")))
            #expect(reply.body.count == 10)
        }
    }

    // MARK: Too large

    @Test(arguments: ["/bomb", "/declared", "/endless"])
    func replyOverTheLimitIsStopped(path: String) async throws {
        #expect(try await failure(.good, path) { $0.maxReplyBytes = 1 << 20 }?.code == .tooLarge)
    }

    @Test func replyAtTheLimitPassesAndOneByteMoreDoesNot() async throws {
        let transport = try server.transport { $0.maxReplyBytes = 100_000 }
        let reply = try await transport.send(TransportRequest(url: server.address(.good, "/sized?100000")))
        #expect(reply.body.count == 100_000)
        #expect(try await failure(.good, "/sized?100001") { $0.maxReplyBytes = 100_000 }?.code == .tooLarge)
    }

    @Test(arguments: ["/many-headers", "/long-header"])
    func headerOverTheLimitIsStopped(path: String) async throws {
        #expect(try await failure(.good, path)?.code == .tooLarge)
    }

    // MARK: Too slow

    @Test(arguments: ["/stall", "/mute"])
    func stallIsTimeout(path: String) async throws {
        #expect(try await failure(.good, path) { $0.stallTimeout = .seconds(1) }?.code == .timeout)
    }

    @Test func muteHandshakeIsTimeout() async throws {
        #expect(try await failure(.muteInHandshake, "/") { $0.connectTimeout = .milliseconds(100) }?.code == .timeout)
    }

    @Test func totalTimeoutEndsATransferThatKeepsMoving() async throws {
        let error = try await failure(.good, "/endless") {
            $0.totalTimeout = .milliseconds(100)
            $0.maxReplyBytes = .max
        }
        #expect(error?.code == .timeout)
    }

    // MARK: Not sendable

    @Test(arguments: [
        "", "https://", "http://127.0.0.1/", "ftp://127.0.0.1/", "file:///etc/passwd", "127.0.0.1", "https://a b/",
        "https://a\r\nb/", "https://a\0b/", "https://ä.test/", "https://user:secret@127.0.0.1/", "https://a:99999/",
    ])
    func otherAddressesAreRefused(url: String) async throws {
        let error = try await failure(TransportRequest(url: url))
        #expect(error?.code == .badURL)
        #expect(error?.message.contains("secret") == false)
    }

    @Test(arguments: [
        ("X-A", "1\r\nX-B: 2"), ("X-A", "1\0"), ("X A", "1"), ("", "1"), ("X-A:", "1"), ("Content-Length", "5"),
        ("transfer-encoding", "chunked"), ("Host", "elsewhere.test"), ("Expect", "100-continue"),
    ])
    func fieldsThatBreakTheMessageAreRefused(name: String, value: String) async throws {
        let key = UUID().uuidString
        let url = try server.address(.good, "/echo?\(key)")
        #expect(try await failure(TransportRequest(url: url, headers: [(name, value)]))?.code == .failed)
        #expect(try await server.requestsSeen(key) == 0)
    }

    @Test func bodyOfAGetIsRefused() async throws {
        let url = try server.address(.good, "/echo")
        #expect(try await failure(TransportRequest(method: .get, url: url, body: [1]))?.code == .failed)
    }
}
