import Foundation
import NodeKit
import Testing

@testable import struct NodeKit.CurlLoop

/// Cancelling and closing. Each `/mute` request would last for the stall timeout, longer than the suite's limit.
@Suite(.timeLimit(.minutes(1)))
struct CurlTransportEndingTests {
    let server: HostileServer
    let transport: CurlTransport
    let key = UUID().uuidString

    init() throws {
        server = try .shared()
        transport = try server.transport { $0.stallTimeout = .seconds(600) }
    }

    private func startMute(_ key: String) throws -> Task<TransportReply, any Error> {
        let request = TransportRequest(method: .post, url: try server.address(.good, "/mute?\(key)"), body: [1])
        return Task { [transport] in try await transport.send(request) }
    }

    private func code(_ task: Task<TransportReply, any Error>) async -> TransportError.Code? {
        await #expect(throws: TransportError.self) { try await task.value }?.code
    }

    @Test func cancellingEndsTheTransferAndItsConnection() async throws {
        let task = try startMute(key)
        try await server.waitUntilSeen(key)
        task.cancel()
        #expect(await code(task) == .cancelled)
        try await server.waitUntilSeen("\(key)-ended")
    }

    @Test func cancelledTaskSendsNothing() async throws {
        let request = TransportRequest(url: try server.address(.good, "/echo?\(key)"))
        let task = Task { [transport] in
            while !Task.isCancelled {
                await Task.yield()
            }
            return try await transport.send(request)
        }
        task.cancel()
        #expect(await code(task) == .cancelled)
        #expect(try await server.requestsSeen(key) == 0)
    }

    @Test func requestWaitingForAPlaceCanBeCancelled() async throws {
        let running = try (0..<CurlLoop.maxTransfers).map { _ in try startMute(key) }
        try await server.waitUntilSeen(key, CurlLoop.maxTransfers)
        let waiting = try startMute("\(key)-waiting")
        waiting.cancel()
        #expect(await code(waiting) == .cancelled)
        for task in running {
            task.cancel()
            #expect(await code(task) == .cancelled)
        }
        let reply = try await transport.send(TransportRequest(url: server.address(.good, "/echo")))
        #expect(reply.status == 200)
        #expect(try await server.requestsSeen("\(key)-waiting") == 0)
    }

    @Test func cancelledTransferLeavesOthersAlone() async throws {
        let staying = try startMute("\(key)-staying")
        let leaving = try startMute(key)
        try await server.waitUntilSeen(key)
        try await server.waitUntilSeen("\(key)-staying")
        leaving.cancel()
        try await server.waitUntilSeen("\(key)-ended")
        #expect(try await server.requestsSeen("\(key)-staying-ended") == 0)
        staying.cancel()
        #expect(await code(staying) == .cancelled)
    }

    @Test func closingEndsRunningAndWaitingTransfers() async throws {
        let tasks = try (0..<CurlLoop.maxTransfers + 4).map { _ in try startMute(key) }
        try await server.waitUntilSeen(key, CurlLoop.maxTransfers)
        transport.close()
        for task in tasks {
            #expect(await code(task) == .cancelled)
        }
        try await server.waitUntilSeen("\(key)-ended", CurlLoop.maxTransfers)
    }

    @Test func closedTransportRefusesAndMayBeClosedAgain() async throws {
        transport.close()
        transport.close()
        let request = TransportRequest(url: try server.address(.good, "/echo?\(key)"))
        let task = Task { [transport] in try await transport.send(request) }
        #expect(await code(task) == .cancelled)
        #expect(try await server.requestsSeen(key) == 0)
    }

    @Test func transportsComeAndGo() async throws {
        for _ in 0..<20 {
            let passing = try server.transport()
            let reply = try await passing.send(TransportRequest(url: server.address(.good, "/echo")))
            #expect(reply.status == 200)
        }
    }
}
