import CoordinatorKit
import Foundation
import GRDB
import Logging
import Negotiation
import ServiceLifecycle
import StrictJSON
import SyncProtocol
import Synchronization
import Testing

/// The real server on a port of the system's choosing.
@Suite(.serialized) struct CoordinatorServerTests {
    /// Serves while the body runs, then stops gracefully and waits for the end.
    static func serving(
        _ region: TestRegion, change: (inout ServerSettings) -> Void = { _ in },
        _ body: (_ port: Int, _ group: ServiceGroup) async throws -> Void
    ) async throws {
        var settings = ServerSettings(host: "127.0.0.1", port: 0, tls: nil, lingerMilliseconds: 100)
        change(&settings)
        let (ports, report) = AsyncStream.makeStream(of: Int.self)
        let server = CoordinatorServer(coordinator: region.coordinator, settings: settings, log: TestRegion.quiet) {
            report.yield($0)
        }
        let group = ServiceGroup(services: [server], logger: TestRegion.quiet)
        async let running: Void = group.run()
        var iterator = ports.makeAsyncIterator()
        let port = try #require(await iterator.next())
        try await body(port, group)
        await group.triggerGracefulShutdown()
        try await running
    }

    @Test func exchangeGoesOverTheWire() async throws {
        let region = try TestRegion()
        try await Self.serving(region) { port, _ in
            var desk = region.desk
            let request = desk.request([Statement.put("é", to: nil)])
            let (body, signature) = desk.signed(request)
            let raw = try await RawConnection.ask(
                port, "POST /v1/sync HTTP/1.1\r\nMutasi-Signature: \(signature)", body: body)
            #expect(raw.status == 200)
            #expect(raw.headers["content-type"] == "application/json")
            #expect(raw.headers["cache-control"] == "no-store")
            #expect(raw.headers["mutasi-wire"] == "2")
            #expect(raw.headers["server"] == nil)
            #expect(try desk.absorb(raw.answer, of: request).outcomes.count == 1)
        }
    }

    @Test func documentsAndRefusalsAreTyped() async throws {
        try await Self.serving(try TestRegion()) { port, _ in
            for (request, status) in [
                ("GET /v1 HTTP/1.1", 200), ("GET /live HTTP/1.1", 200), ("GET /ready HTTP/1.1", 200),
                ("GET /v1/sync HTTP/1.1", 405), ("DELETE /v1 HTTP/1.1", 405), ("GET /v2 HTTP/1.1", 404),
                ("POST /v1/sync/.. HTTP/1.1", 404), ("POST /v1/join HTTP/1.1", 400), ("POST /v1/sync HTTP/1.1", 401),
            ] {
                let answer = try await RawConnection.ask(port, request)
                #expect(answer.status == status, "\(request)")
                let type = status == 200 ? "application/json" : "application/problem+json"
                #expect(answer.headers["content-type"] == type, "\(request)")
                #expect(throws: Never.self) { try JSON(parsing: answer.body) }
                #expect(status != 405 || answer.headers["allow"] != nil)
            }
        }
    }

    @Test func bodyBeyondTheMemoryForAllBodiesIsAskedToComeLater() async throws {
        try await Self.serving(try TestRegion(), change: { $0.bodiesBytes = 1000 }) { port, _ in
            for (bytes, status) in [(1001, 503), (1000, 401), (1000, 401)] {
                let answer = try await RawConnection.ask(
                    port, "POST /v1/sync HTTP/1.1", body: [UInt8](repeating: 0x20, count: bytes))
                #expect(answer.status == status)
                #expect((answer.headers["retry-after"] != nil) == (status == 503))
            }
        }
    }

    @Test func bodyOverTheLimitIsRefusedAnnouncedOrNot() async throws {
        try await Self.serving(try TestRegion(), change: { $0.bodyBytes = 1000 }) { port, _ in
            let announced = try await RawConnection.ask(
                port, "POST /v1/join HTTP/1.1", body: [UInt8](repeating: 32, count: 1001))
            #expect(announced.status == 413)
            let connection = try RawConnection(port: port)
            await connection.send("POST /v1/join HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
            await connection.send("3e9\r\n" + String(repeating: " ", count: 1001) + "\r\n0\r\n\r\n")
            #expect(try RawAnswer(await connection.receiveAll()).status == 413)
            let atLimit = try await RawConnection.ask(
                port, "POST /v1/join HTTP/1.1", body: [UInt8](repeating: 32, count: 1000))
            #expect(atLimit.status == 400)
        }
    }

    @Test func unfinishedBodyIsAnsweredAndTheConnectionClosed() async throws {
        try await Self.serving(try TestRegion(), change: { $0.bodySeconds = 1 }) { port, _ in
            let connection = try RawConnection(port: port)
            await connection.send("POST /v1/sync HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{")
            // Ends only when the server closes.
            #expect(try await connection.receiveAll().contains("HTTP/1.1 408"))
        }
    }

    @Test func slowBodyThatKeepsItsRateIsTakenAndADripIsNot() async throws {
        let change = { (settings: inout ServerSettings) in
            settings.bodySeconds = 1
            settings.bodyBytesPerSecond = 10
        }
        try await Self.serving(try TestRegion(), change: change) { port, _ in
            let head = "POST /v1/join HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n"
            let steady = try RawConnection(port: port)
            await steady.send(head + String(repeating: " ", count: 990))
            let drip = try RawConnection(port: port)
            await drip.send(head + "{")
            // This takes the second that the body before it has had as well.
            #expect(try await drip.receiveAll().contains("HTTP/1.1 408"))
            await steady.send(String(repeating: " ", count: 10))
            #expect(try await steady.receiveAll(until: "}").contains("HTTP/1.1 400"))
        }
    }

    @Test func formsAndPagesAreRefusedAsTheWrongMedia() async throws {
        try await Self.serving(try TestRegion()) { port, _ in
            for (type, status) in [
                ("text/html", 415), ("application/x-www-form-urlencoded", 415),
                ("application/json; charset=utf-8", 400),
                ("application/json", 400),
            ] {
                let answer = try await RawConnection.ask(
                    port, "POST /v1/join HTTP/1.1\r\nContent-Type: \(type)", body: Array("<html></html>".utf8))
                #expect(answer.status == status, "\(type)")
                #expect(answer.headers["content-type"] == "application/problem+json")
                #expect(throws: Never.self) { try Problem(parsing: answer.body) }
            }
        }
    }

    @Test func headHasTheHeadersOfGetAndNoBody() async throws {
        try await Self.serving(try TestRegion()) { port, _ in
            let get = try await RawConnection.ask(port, "GET /v1 HTTP/1.1")
            let head = try await RawConnection.ask(port, "HEAD /v1 HTTP/1.1")
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            #expect(head.headers["content-length"] == get.headers["content-length"])
            #expect(try ServiceDocument(parsing: get.body).region == "kota-uji")
        }
    }

    @Test func unreadBodyKeepsNoConnection() async throws {
        try await Self.serving(try TestRegion()) { port, _ in
            let connection = try RawConnection(port: port)
            await connection.send("POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{")
            let answer = try RawAnswer(await connection.receiveAll())
            #expect(answer.status == 404)
            #expect(answer.headers["connection"] == "close")
        }
    }

    @Test func silentAndIdleConnectionsAreClosed() async throws {
        try await Self.serving(try TestRegion(), change: { $0.idleSeconds = 1 }) { port, _ in
            let silent = try RawConnection(port: port)
            let idle = try RawConnection(port: port)
            await idle.send("GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(try await silent.receiveAll().isEmpty)
            #expect(try await idle.receiveAll().contains("HTTP/1.1 200"))
        }
    }

    @Test func bytesThatAreNoHTTPEndTheirConnectionAndNothingElse() async throws {
        try await Self.serving(try TestRegion(), change: { $0.idleSeconds = 1 }) { port, _ in
            for bytes in [
                [0x16, 0x03, 0x01, 0x00], [0], Array("GET\r\n\r\n".utf8), Array("GET / HTTP/9.9\r\n\r\n".utf8),
            ] {
                let connection = try RawConnection(port: port)
                await connection.send(bytes as [UInt8])
                let answer = try await connection.receiveAll()
                #expect(answer.isEmpty || answer.contains("HTTP/1.1 400"))
            }
            #expect(try await RawConnection.ask(port, "GET /live HTTP/1.1").status == 200)
        }
    }

    @Test func tooManyHeadersAreRefused() async throws {
        try await Self.serving(try TestRegion(), change: { $0.headerCount = 10 }) { port, _ in
            let many = (0..<20).map { "\r\nX-\($0): y" }.joined()
            let answer = try await RawConnection.ask(port, "GET /live HTTP/1.1" + many)
            #expect(answer.status == 400)
        }
    }

    @Test(.timeLimit(.minutes(1))) func readerThatTakesNothingIsCutOff() async throws {
        let region = try TestRegion()
        // More than the buffers of a connection take: 12 MB, put into the store directly because that is quicker.
        let body = Array((#"{"text":""# + String(repeating: "x", count: 120_000) + #""}"#).utf8)
        try region.store.write { transaction in
            for _ in 0..<100 {
                let record = Record(
                    id: Statement.recordID(), kind: RecordKind(rawValue: "note"), revision: 1, audience: .all,
                    body: body,
                    created: 4, changed: 4)
                try transaction.put(record)
                try transaction.setAudience(.all, record: record.id, position: 4, present: true, held: nil)
            }
            var tree = try transaction.frontier()
            tree.append(TreeHash.leaf(body))
            try transaction.setHead(JournalHead(epoch: 1, position: 4, day: nil))
            try transaction.setTree(tree, JournalRoot(epoch: 1, position: 4, day: nil, hash: tree.root))
        }
        let (request, signature) = region.desk.signed(region.desk.request())
        // Outlives the server, so that only the server can end it.
        let open = Mutex<RawConnection?>(nil)
        try await Self.serving(
            region,
            change: {
                $0.writeSeconds = 1; $0.stopSeconds = 600
            }
        ) { port, group in
            let connection = try RawConnection(port: port, receiveBytes: 4096)
            await connection.send(
                """
                POST /v1/sync HTTP/1.1\r\nHost: localhost\r\nMutasi-Signature: \(signature)\r\nContent-Length: \
                \(request.count)\r\n\r\n
                """)
            await connection.send(request)
            _ = try await connection.receiveAll(until: "200 OK")
            // Nothing more is read: the request in flight ends because its connection is cut, and the stop with it.
            await group.triggerGracefulShutdown()
            open.withLock { $0 = connection }
        }
        open.withLock { $0 = nil }
    }

    @Test func requestInFlightIsAnsweredBeforeTheServerStops() async throws {
        let store = FaultyStore(try SQLiteStore(writer: try DatabaseQueue()))
        let region = try TestRegion(store: store)
        try await Self.serving(region) { port, group in
            let desk = region.desk
            let request = desk.request([Statement.put("last", to: nil)])
            let (body, signature) = desk.signed(request)
            let before = store.transactions
            store.hold()
            async let answer = RawConnection.ask(
                port, "POST /v1/sync HTTP/1.1\r\nMutasi-Signature: \(signature)", body: body)
            while store.transactions == before { await Task.yield() }
            await group.triggerGracefulShutdown()
            store.release()
            let raw = try await answer
            #expect(raw.status == 200)
            #expect(try SyncReply(parsing: raw.body).outcomes.map(\.outcome.kind) == [.accepted])
        }
    }

    @Test func stopEndsAConnectionThatIsStillBusy() async throws {
        // The body never comes: without its own limit the stop would wait for it for a minute.
        try await Self.serving(try TestRegion(), change: { $0.stopSeconds = 1 }) { port, group in
            let connection = try RawConnection(port: port)
            await connection.send(
                "GET /live HTTP/1.1\r\nHost: localhost\r\n\r\nPOST /v1/sync HTTP/1.1\r\nContent-Length: 100\r\n\r\n{")
            // With this answer the head of the second request has been read as well.
            _ = try await connection.receiveAll(until: "true}")
            await group.triggerGracefulShutdown()
            _ = try await connection.receiveAll()
        }
    }
}
