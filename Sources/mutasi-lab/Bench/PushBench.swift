import ArgumentParser
import CoordinatorKit
import Foundation
import Negotiation
import NodeKit
import SyncProtocol

/// Durable operations a second through the real endpoint, beside plain inserts of the same bytes.
struct PushBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "push",
        abstract: "Durable operations a second: verified, decided, journaled and synced to disk, over HTTPS.",
        discussion: """
            Bundles of 100 operations with bodies of 450 bytes, made and signed before the clock starts; client and server share \
            the machine. A page of one record goes back. Raw is the fastest plain insert of the same bytes with the same \
            durability.
            """)

    private static let bundle = 100

    @Option(help: "Operations of each measurement.")
    var operations = 20_000

    @OptionGroup var options: BenchOptions

    func validate() throws {
        guard (1_600...1_000_000).contains(operations) else {
            throw ValidationError("--operations takes 1600 to 1000000.")
        }
    }

    func run() async throws {
        var report = BenchReport(title: "push: bundles of \(Self.bundle), bodies of \(BenchOperations.bodyBytes) bytes")
        let region = try BenchRegion(in: options.folder)
        defer { region.remove() }
        let rows = (0..<operations).map { _ in BenchOperations.cardPost() }
        for group in [1, 100, 1000] {
            let some = group == 1 ? Array(rows.prefix(5_000)) : rows
            let rate = try RawInsert.rate(of: some, group: group, in: region.folder)
            report.add("raw insert, groups of \(group)", rate, "rows/s")
        }
        let raw = report.figures[1].value
        let direct = try await self.direct(region)
        report.add("decide and store in-process, groups of 100", direct, "operations/s")
        report.add("  of raw in groups of 100", direct / raw * 100, "%")
        for agencies in [1, 16] {
            let figures = region.coordinator.figures
            figures.reset()
            let rate = try await push(region, agencies: agencies)
            report.add("over HTTPS, \(agencies) at once", rate, "operations/s")
            report.add("  of raw in groups of 100", rate / raw * 100, "%")
            let spent = figures.spent
            for (name, microseconds) in spent.microsecondsAnOperation {
                report.add("  \(name)", microseconds, "us an operation")
            }
            let inside = spent.microsecondsAnOperation.reduce(0) { $0 + $1.1 }
            let wall = 1_000_000 / rate * Double(agencies)
            report.add("  TLS, HTTP, reply and client", max(wall - inside, 0), "us an operation of one agency")
            report.add("  operations a commit", spent.operationsACommit, "")
        }
        report.print(json: options.json)
    }

    private func direct(_ region: BenchRegion) async throws -> Double {
        guard var agency = try await region.agencies(1).first else { throw BenchFailure("no agency") }
        let requests = requests(&agency, operations)
        var answers: [HTTPAnswer] = []
        let seconds = Stopwatch.seconds {
            for request in requests {
                answers += region.coordinator.answer([request.call])
            }
        }
        for (answer, request) in zip(answers, requests) {
            try BenchRegion.check(answer, accepted: request.count)
        }
        return Double(requests.count * Self.bundle) / seconds
    }

    private func push(_ region: BenchRegion, agencies count: Int) async throws -> Double {
        var agencies = try await region.agencies(count)
        let each = operations / count
        var prepared: [[BenchAgency.Request]] = []
        for index in agencies.indices {
            prepared.append(requests(&agencies[index], each))
        }
        let work = prepared
        let caFile = region.authority.caFile
        return try await region.serving { url in
            let transports = try work.map { _ in try CurlTransport(configuration: CurlConfiguration(caFile: caFile)) }
            let seconds = try await Stopwatch.seconds {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for (transport, requests) in zip(transports, work) {
                        group.addTask {
                            for request in requests {
                                let reply = try await transport.send(request.transportRequest(to: url))
                                guard reply.status == 200 else {
                                    throw BenchFailure("the coordinator answered \(reply.status)")
                                }
                            }
                        }
                    }
                    try await group.waitForAll()
                }
            }
            transports.forEach { $0.close() }
            return Double(work.reduce(0) { $0 + $1.count } * Self.bundle) / seconds
        }
    }

    private func requests(_ agency: inout BenchAgency, _ operations: Int) -> [BenchAgency.Request] {
        (0..<max(operations / Self.bundle, 1)).map { _ in
            agency.next((0..<Self.bundle).map { _ in BenchOperations.cardPost() }, limit: 1)
        }
    }
}
