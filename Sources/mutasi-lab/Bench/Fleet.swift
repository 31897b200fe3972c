import CoordinatorKit
import Foundation
import Negotiation
import NodeKit
import SyncProtocol
import Synchronization

/// Virtual nodes, each with its exchange state and the production schedule, over few transports.
final class Fleet: Sendable {
    struct Figures: Sendable {
        var seconds = 0.0
        var latencies: [Double] = []
        var errors = 0
        /// What the first of them was.
        var firstError: String?

        var rate: Double { seconds > 0 ? Double(latencies.count) / seconds : 0 }

        func percentile(_ part: Double) -> Double {
            let sorted = latencies.sorted()
            guard !sorted.isEmpty else { return 0 }
            return sorted[min(Int(Double(sorted.count) * part), sorted.count - 1)]
        }
    }

    /// More than ever run at once without a stall.
    private static let transports = 32

    private let members: [BenchAgency]
    private let region: BenchRegion
    /// Where a node stands that has synced before: a first sync is what the pull benchmark measures.
    private let cursor: Cursor
    private let url = Mutex<String?>(nil)
    private let figures = Mutex(Figures())

    init(_ members: [BenchAgency], region: BenchRegion) async throws {
        self.members = members
        self.region = region
        let head = try await region.coordinator.head()
        cursor = Cursor(epoch: head.epoch, position: head.position, start: head.position)
    }

    /// The steady part, then the outage and what follows.
    func run(minutes: Int, outageMinutes: Int) async throws -> [(String, Figures)] {
        let caFile = region.authority.caFile
        var configuration = CurlConfiguration(caFile: caFile, connectTimeout: .seconds(15))
        configuration.keepsConnections = false
        let transports = try (0..<Self.transports).map { _ in try CurlTransport(configuration: configuration) }
        defer { transports.forEach { $0.close() } }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, member) in members.enumerated() {
                let transport = transports[index % transports.count]
                group.addTask { await self.live(member, transport) }
            }
            var parts = [("steady", try await serve(for: .seconds(minutes * 60)))]
            if outageMinutes > 0 {
                url.withLock { $0 = nil }
                try await Task.sleep(for: .seconds(outageMinutes * 60))
                parts.append(("after the outage", try await serve(for: .seconds(outageMinutes * 60))))
            }
            group.cancelAll()
            return parts
        }
    }

    private func serve(for duration: Duration) async throws -> Figures {
        figures.withLock { $0 = Figures() }
        return try await region.serving { address in
            self.url.withLock { $0 = address }
            try await Task.sleep(for: duration)
            var measured = self.figures.withLock(\.self)
            measured.seconds = duration / .seconds(1)
            return measured
        }
    }

    /// One node until it is cancelled: in the steady part all stand somewhere in their quarter of an hour.
    private func live(_ member: BenchAgency, _ transport: CurlTransport) async {
        var member = member
        var schedule = SyncSchedule()
        var delay = Duration.seconds(Double.random(in: 0..<900))
        var cursor = cursor
        var head: Head?
        while !Task.isCancelled {
            do {
                try await Task.sleep(for: delay)
            } catch {
                return
            }
            guard let address = url.withLock(\.self) else {
                delay = schedule.delay(after: Self.unreachable, pace: nil, retryAfter: nil, random: .random(in: 0..<1))
                continue
            }
            let request = member.next(limit: 1, cursor: cursor, head: head)
            let sent = request.transportRequest(to: address)
            let begin = ContinuousClock.now
            do {
                let reply = try await transport.send(sent)
                let seconds = (ContinuousClock.now - begin) / .seconds(1)
                guard reply.status == 200 else {
                    throw BenchFailure("\(reply.status) \(String(decoding: reply.body.prefix(300), as: UTF8.self))")
                }
                let answer = try SyncReply(parsing: reply.body)
                cursor = answer.cursor
                head = answer.head
                figures.withLock { $0.latencies.append(seconds) }
                delay = schedule.delay(
                    after: .complete, pace: answer.nextSeconds, retryAfter: nil, random: .random(in: 0..<1))
            } catch {
                guard !Task.isCancelled else { return }
                figures.withLock {
                    $0.errors += 1
                    $0.firstError = $0.firstError ?? "\(error)"
                }
                member.forgetLast()
                delay = schedule.delay(after: Self.unreachable, pace: nil, retryAfter: nil, random: .random(in: 0..<1))
            }
        }
    }

    private static let unreachable = SyncEnding.noise(.foreign, status: 0)
}
