import ArgumentParser
import Simulation

/// Runs the simulation over a range of seeds.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Run simulated regions in which everything goes wrong, and check what must hold.")

    @Option(help: "The seeds, as A..B.")
    var seeds = "1..10"

    @Option(help: "Operations that operators record in one run.")
    var operations = 50

    @Flag(help: "Print the trace of each run.")
    var trace = false

    func run() throws {
        let parts = seeds.split(separator: ".").compactMap { UInt64($0) }
        for seed in (parts.first ?? 1)...(parts.last ?? 1) {
            let result = Simulation.run(RunPlan(seed: seed, operations: operations))
            if trace {
                result.trace.forEach { print($0) }
            }
            print(
                "seed \(seed) \(result.violation.map { "\($0.invariant.rawValue): \($0.claim)" } ?? "well") \(result.digest.prefix(8)) steps \(result.steps)"
            )
            print(result.counts.outcomes.sorted { $0.key < $1.key })
            print(result.counts.faults.sorted { $0.key < $1.key })
        }
    }
}
