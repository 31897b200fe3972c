import ArgumentParser
import CoordinatorKit
import Foundation
import Negotiation
import NodeKit
import SyncProtocol

/// A first sync: records a second into an empty node over TLS, beside inserting the same rows alone.
struct PullBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pull",
        abstract: "Records a second into an empty node over HTTPS, bytes for each, and memory.",
        discussion: """
            A real node with its database on disk receives the cards of its agency in pages of the largest size. Raw is the \
            fastest plain insert of the same bodies in groups of a page. Memory is the growth of this process, server and node \
            together, while the node receives.
            """)

    @Option(help: "Records of the large run; the small one has a tenth.")
    var records = 100_000

    @OptionGroup var options: BenchOptions

    func validate() throws {
        guard (1_000...1_000_000).contains(records) else { throw ValidationError("--records takes 1000 to 1000000.") }
    }

    func run() async throws {
        var report = BenchReport(title: "pull: a first sync of cards, pages of \(Limits.pageRecords.upperBound)")
        let region = try BenchRegion(in: options.folder)
        defer { region.remove() }
        var peaks: [Double] = []
        for count in [records / 10, records] {
            let pulled = try await pull(count, region)
            report.add("\(count) records over HTTPS", Double(pulled.records) / pulled.seconds, "records/s")
            report.add("  raw insert of the same bodies", pulled.raw, "rows/s")
            report.add("  of raw", Double(pulled.records) / pulled.seconds / pulled.raw * 100, "%")
            report.add("  on the wire", Double(pulled.bytes) / Double(pulled.records), "bytes a record")
            report.add("  peak memory while receiving", Double(pulled.peak) / 1_048_576, "MiB")
            peaks.append(Double(pulled.peak))
        }
        if let small = peaks.first, let large = peaks.last, small > 0 {
            report.add("peak of the large run to the small one", large / small, "times")
        }
        report.print(json: options.json)
    }

    /// Rows of the raw insert at most.
    private static let rawRows = 10_000

    private struct Pulled: Sendable {
        var records: Int
        var seconds: Double
        var raw: Double
        var bytes: Int
        var peak: Int
    }

    private func pull(_ count: Int, _ region: BenchRegion) async throws -> Pulled {
        guard var registry = try await region.agencies(1).first else { throw BenchFailure("no agency") }
        let bodies = try fill(&registry, count, region)
        let raw = try RawInsert.rate(of: bodies, group: Limits.pageRecords.upperBound, in: region.folder)
        let second = try await region.second(of: registry)
        let caFile = region.authority.caFile
        let folder = region.folder + "/node-\(count)"
        return try await region.serving { url in
            let store = try NodeStore.create(
                DataDirectory(folder), identity: second.identity(url: url, caFile: caFile))
            let transport = try CurlTransport(configuration: CurlConfiguration(caFile: caFile))
            defer { transport.close() }
            let session = SyncSession(
                store, transport: transport, pageLimit: Limits.pageRecords.upperBound)
            Machine.forgetPeak()
            var bytes = 0
            var changes = 0
            let seconds = try await Stopwatch.seconds {
                let synced = try await session.run()
                guard case .complete = synced.ending, synced.agreement == .agrees else {
                    throw BenchFailure("the sync ended as \(synced.ending)")
                }
                bytes = synced.bytesReceived
                changes = synced.changes
            }
            return Pulled(records: changes, seconds: seconds, raw: raw, bytes: bytes, peak: Machine.peakMemory)
        }
    }

    /// Posts the cards without the network; returns bodies of their size, no more than the raw insert needs: what this process
    /// once held counts as its memory.
    private func fill(_ agency: inout BenchAgency, _ count: Int, _ region: BenchRegion) throws -> [[UInt8]] {
        var bodies: [[UInt8]] = []
        var posted = 0
        while posted < count {
            let operations = (0..<min(200, count - posted)).map { _ in BenchOperations.cardPost() }
            let request = agency.next(operations, limit: 1)
            guard let answer = region.coordinator.answer([request.call]).first else {
                throw BenchFailure("no answer")
            }
            try BenchRegion.check(answer, accepted: operations.count)
            posted += operations.count
            bodies += operations.prefix(Self.rawRows - bodies.count)
        }
        return bodies
    }
}
