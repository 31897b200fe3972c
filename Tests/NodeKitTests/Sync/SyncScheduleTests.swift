import SyncProtocol
import Synchronization
import Testing

@testable import NodeKit

@Suite struct SyncScheduleTests {
    let coordinator = ScriptedCoordinator()

    private func run(_ count: Int, _ random: Double) async throws -> [Duration] {
        let session = SyncSession(try Sample.store(coordinator), transport: coordinator)
        let delays = Mutex<[Duration]>([])
        let loop = SyncLoop(
            session,
            sleep: { delay in
                let soFar = delays.withLock { delays in
                    delays.append(delay)
                    return delays.count
                }
                if soFar > count { throw CancellationError() }
            }, random: { random })
        try await loop.run()
        return delays.withLock { $0 }
    }

    @Test func theAgentKeepsTheCoordinatorsPace() async throws {
        #expect(try await run(2, 0) == [.zero, .seconds(60), .seconds(60)])
    }

    @Test func everyDelayIsSpreadFromTheFirstOn() async throws {
        #expect(try await run(1, 0.5) == [.seconds(15), .milliseconds(67_500)])
    }

    @Test func failuresBackOffToACeiling() async throws {
        coordinator.onTheWay { _ in throw TransportError(code: .unreachable, message: "off", advice: "wait") }
        let delays = try await run(10, 0)
        #expect(delays.dropFirst().map(\.components.seconds) == [5, 10, 20, 40, 80, 160, 320, 640, 900, 900])
    }

    @Test func retryAfterIsNotUndercut() async throws {
        coordinator.with { $0.problem = Problem(.busy) }
        coordinator.onTheWay { reply in
            var reply = reply
            reply.headers.append(("retry-after", "1200"))
            return reply
        }
        #expect(try await run(1, 0).last == .seconds(1200))
    }

    @Test func aSyncThatGotSomethingThroughBeginsTheBackOffAnew() {
        var schedule = SyncSchedule()
        var report = SyncReport(
            ending: .unreachable(TransportError(code: .interrupted, message: "off", advice: "wait")))
        for _ in 0..<6 { _ = schedule.delay(after: report, random: 0) }
        #expect(schedule.delay(after: report, random: 0) == .seconds(320))
        report.exchanges = 1
        #expect(schedule.delay(after: report, random: 0) == .seconds(5))
        report.exchanges = 0
        #expect(schedule.delay(after: report, random: 0) == .seconds(10))
    }

    @Test func aStoppedNodeWaitsForAPerson() async throws {
        coordinator.with { $0.problem = Problem(.revoked) }
        #expect(try await run(2, 0).last == .seconds(900))
        #expect(coordinator.with { $0.requests.count } == 1)
    }

    @Test func theAgentGoesOnAfterWhatPasses() async throws {
        let delays = Mutex<[Duration]>([])
        let codes: [NodeFailure.Code] = [.full, .full, .busy, .syncing, .full]
        let told = Mutex<[NodeFailure.Code]>([])
        let loop = SyncLoop(
            sleep: { delay in
                let soFar = delays.withLock { delays in
                    delays.append(delay)
                    return delays.count
                }
                if soFar > codes.count { throw CancellationError() }
            }, random: { 0 }, startsAtOnce: true,
            tell: { event in
                if case .held(let failure, _) = event { told.withLock { $0.append(failure.code) } }
            }, sync: { throw NodeFailure(codes[told.withLock(\.count)], "no", advice: "wait") })
        try await loop.run()
        #expect(delays.withLock { $0.map(\.components.seconds) } == [0, 5, 10, 5, 5, 20])
        #expect(told.withLock { $0 } == codes)
    }

    @Test func theAgentEndsOnWhatNeedsAPerson() async throws {
        let loop = SyncLoop(sleep: { _ in }, sync: { throw NodeFailure(.mixed, "no", advice: "look") })
        let failure = await #expect(throws: NodeFailure.self) { try await loop.run() }
        #expect(failure?.code == .mixed)
    }

    @Test func aCancelledSyncEndsTheAgentWithoutALine() async throws {
        let told = Mutex(0)
        let loop = SyncLoop(
            sleep: { _ in }, tell: { _ in told.withLock { $0 += 1 } }, sync: { SyncReport(ending: .cancelled) })
        try await loop.run()
        #expect(told.withLock { $0 } == 0)
    }
}
