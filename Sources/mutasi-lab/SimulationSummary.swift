import Foundation
import Simulation

/// A campaign's report as text or JSON.
struct SimulationSummary: Encodable {
    struct Failure: Encodable {
        let seed: UInt64
        let invariant: String
        let claim: String
    }

    let seeds: Int
    let simulatedYears: Double
    let steps: Int
    let operations: Int
    let exchanges: Int
    let faults: [String: Int]
    let probes: [String: Int]
    let missedProbes: [String]
    let outcomes: [String: Int]
    let failures: [Failure]
    let seconds: Double
    let seedsPerSecond: Double

    init(_ report: CampaignReport, took: Duration) {
        seeds = report.seeds
        simulatedYears = report.simulatedYears
        steps = report.counts.steps
        operations = report.counts.operations
        exchanges = report.counts.exchanges
        faults = report.counts.faults
        probes = Dictionary(uniqueKeysWithValues: report.counts.probes.map { ($0.key.rawValue, $0.value) })
        missedProbes = report.missedProbes.map(\.rawValue)
        outcomes = report.counts.outcomes
        failures = report.failures.compactMap { result in
            result.violation.map {
                Failure(seed: result.plan.seed, invariant: $0.invariant.rawValue, claim: $0.claim)
            }
        }
        seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
        seedsPerSecond = seconds > 0 ? Double(report.seeds) / seconds : 0
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    var text: String {
        var lines = [
            "\(seeds) seeds, \(rounded(simulatedYears)) simulated years, \(operations) operations, \(exchanges) exchanges, "
                + "\(steps) steps; \(rounded(seconds)) s, \(rounded(seedsPerSecond)) seeds/s",
            "faults: " + list(faults), "probes: " + list(probes),
        ]
        if !missedProbes.isEmpty {
            lines.append("never hit: " + missedProbes.joined(separator: ", "))
        }
        lines.append("outcomes: " + list(outcomes))
        lines += failures.map { "FAILED seed \($0.seed): \($0.invariant): \($0.claim)" }
        lines.append(failures.isEmpty ? "all invariants held" : "\(failures.count) seeds failed")
        return lines.joined(separator: "\n")
    }

    private func list(_ counts: [String: Int]) -> String {
        counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }

    private func rounded(_ number: Double) -> String {
        String(format: "%.2f", number)
    }
}
