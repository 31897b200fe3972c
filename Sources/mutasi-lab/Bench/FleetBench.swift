import ArgumentParser
import CoordinatorKit
import Foundation
import Negotiation
import NodeKit
import SyncProtocol

/// Many nodes on their schedule against one coordinator, for some minutes and after an outage.
struct FleetBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fleet",
        abstract: "Many nodes on a 15-minute schedule with jitter against one coordinator, and after an outage.",
        discussion: """
            Each node has synced before, has its own state and schedule, the production one, and opens a new TLS connection \
            for each sync, as separate machines do. During the outage nothing listens; then all nodes come back as their schedules say.
            """)

    @Option(help: "How many nodes.")
    var nodes = 10_000

    @Option(help: "Minutes of the steady part.")
    var minutes = 3

    @Option(help: "Minutes of the outage, and of what comes after it.")
    var outage = 2

    @OptionGroup var options: BenchOptions

    func validate() throws {
        guard (1...20_000).contains(nodes) else { throw ValidationError("--nodes takes 1 to 20000.") }
        guard (1...60).contains(minutes), (0...60).contains(outage) else {
            throw ValidationError("--minutes takes 1 to 60, --outage 0 to 60.")
        }
    }

    func run() async throws {
        var report = BenchReport(title: "fleet: \(nodes) nodes")
        let region = try BenchRegion(in: options.folder)
        defer { region.remove() }
        let members = try await region.fleet(nodes)
        let fleet = try await Fleet(members, region: region)
        for (name, figures) in try await fleet.run(minutes: minutes, outageMinutes: outage) {
            report.add("\(name): syncs a second", figures.rate, "")
            report.add("  p50", figures.percentile(0.50) * 1000, "ms")
            report.add("  p99", figures.percentile(0.99) * 1000, "ms")
            report.add("  slowest", (figures.latencies.max() ?? 0) * 1000, "ms")
            report.add("  errors", Double(figures.errors), figures.firstError ?? "")
        }
        report.add("peak memory, nodes included", Double(Machine.peakMemory) / 1_048_576, "MiB")
        report.print(json: options.json)
    }
}
