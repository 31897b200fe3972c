import Foundation
import NodeKit
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CurlTransportTests {
    let server: HostileServer
    let transport: CurlTransport

    init() throws {
        server = try .shared()
        transport = try server.transport()
    }

    private func get(_ path: String) throws -> TransportRequest {
        TransportRequest(url: try server.address(.good, path))
    }

    // MARK: Requests and replies

    @Test func getReturnsStatusHeadersAndBody() async throws {
        let reply = try await transport.send(get("/html"))
        #expect(reply.status == 200)
        #expect(reply.header("Content-Type") == "text/html")
        #expect(reply.body == Array("<html>Please log in</html>".utf8))
    }

    @Test(arguments: [0, 1, 1_000, 300_000])
    func postArrivesWholeAndComesBack(count: Int) async throws {
        let body = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let reply = try await transport.send(
            TransportRequest(method: .post, url: server.address(.good, "/echo"), body: body))
        #expect(reply.header("x-method") == "POST")
        #expect(reply.header("x-body-bytes") == "\(count)")
        #expect(reply.header("x-saw-content-length") == "\(count)")
        #expect(reply.body == body)
    }

    @Test func onlyTheFieldsGivenAndTheTransportsOwnAreSent() async throws {
        let reply = try await transport.send(
            TransportRequest(
                method: .post, url: server.address(.good, "/echo"),
                headers: [("Mutasi-Signature", "abc..def"), ("X-Empty", "")],
                body: [UInt8](repeating: 7, count: 2_000_000)))
        let seen = reply.headers.map(\.name).filter { $0.hasPrefix("x-saw-") }.sorted()
        #expect(
            seen == [
                "x-saw-accept", "x-saw-accept-encoding", "x-saw-content-length", "x-saw-host",
                "x-saw-mutasi-signature", "x-saw-user-agent", "x-saw-x-empty",
            ])
        #expect(reply.header("x-saw-mutasi-signature") == "abc..def")
        #expect(reply.header("x-saw-user-agent") == "mutasi-node/1")
    }

    @Test func repeatedReplyFieldsAreKeptInOrder() async throws {
        let reply = try await transport.send(get("/echo"))
        #expect(reply.headers.filter { $0.name == "set-cookie" }.map(\.value) == ["a=1", "b=2"])
    }

    @Test func bytesAreCountedAsOnTheWire() async throws {
        let body = [UInt8](repeating: 1, count: 5_000)
        let reply = try await transport.send(
            TransportRequest(method: .post, url: server.address(.good, "/echo"), body: body))
        #expect(reply.header("x-request-bytes") == "\(reply.bytesSent)")
        let headBytes = reply.headers.reduce("HTTP/1.1 200 OK\r\n\r\n".utf8.count) { sum, header in
            sum + header.name.utf8.count + header.value.utf8.count + 4
        }
        #expect(reply.bytesReceived == headBytes + body.count)
    }

    @Test func compressedReplyIsUnpackedAndCountedAsPacked() async throws {
        let reply = try await transport.send(get("/compressed"))
        #expect(reply.body == Array(String(repeating: "mutasi ", count: 1_000).utf8))
        let packed = try #require(reply.header("x-packed-bytes").flatMap(Int.init))
        #expect(packed < reply.bytesReceived)
        #expect(reply.bytesReceived < reply.body.count)
    }

    @Test func connectionIsUsedAgain() async throws {
        let first = try await transport.send(get("/echo")).header("x-connection")
        for _ in 0..<5 {
            let next = try await transport.send(
                TransportRequest(method: .post, url: server.address(.good, "/echo"), body: [1, 2, 3]))
            #expect(next.header("x-connection") == first)
        }
        let other = try await server.transport().send(get("/echo")).header("x-connection")
        #expect(first != nil && other != first)
    }

    @Test func connectionThatTheServerClosedIsReplacedUnnoticed() async throws {
        let key = UUID().uuidString
        let first = try await transport.send(get("/goodbye?\(key)"))
        #expect(first.body == Array("goodbye".utf8))
        try await server.waitUntilSeen("\(key)-ended")
        let next = try await transport.send(
            TransportRequest(method: .post, url: server.address(.good, "/echo"), body: [1, 2, 3]))
        #expect(next.status == 200)
        #expect(next.header("x-connection") != first.header("x-connection"))
    }

    @Test func moreRequestsThanPlacesAllGetTheirOwnReply() async throws {
        let transport = transport
        let server = server
        let bodies = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for number in UInt8(0)..<40 {
                group.addTask {
                    try await transport.send(
                        TransportRequest(method: .post, url: server.address(.good, "/echo"), body: [number])
                    ).body
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(bodies.flatMap { $0 }.sorted() == Array(0..<40))
    }

    @Test func redirectIsReturnedAndNotFollowed() async throws {
        let key = UUID().uuidString
        let reply = try await transport.send(get("/redirect?\(key)"))
        #expect(reply.status == 302)
        #expect(reply.header("location") == "/echo?\(key)")
        #expect(try await server.requestsSeen(key) == 1)
    }

    @Test func refusalIsAReply() async throws {
        let reply = try await transport.send(get("/unavailable"))
        #expect(reply.status == 503)
        #expect(reply.header("retry-after") == "7")
        #expect(reply.body == Array("busy".utf8))
    }

    @Test func interimReplyIsPassedOver() async throws {
        let reply = try await transport.send(get("/early"))
        #expect(reply.status == 200)
        #expect(reply.header("x-interim") == nil)
        #expect(reply.body == Array("final".utf8))
    }

    @Test func chunkedReplyIsJoinedAndItsTrailerLeftOut() async throws {
        let reply = try await transport.send(get("/chunked"))
        #expect(reply.body == Array("abcde".utf8))
        #expect(reply.header("x-trailer") == nil)
    }
}
