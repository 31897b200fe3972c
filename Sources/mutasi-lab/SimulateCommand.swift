import ArgumentParser
import Foundation
import Simulation

/// Runs simulated regions in which everything goes wrong, over a range of seeds.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Run simulated regions in which everything goes wrong, and check what must hold.",
        discussion: """
            The same seed gives the same run, byte for byte. A failure is printed with its seed, the broken invariant and a \
            trace that is made as small as can be. Exit code 1 when an invariant broke, a probe was never hit, or a planted \
            bug was not caught.
            """)

    /// A campaign of fewer seeds says nothing about rare situations.
    private static let seedsForProbes = 1000

    @Option(help: "The seeds, A..B, both included.")
    var seeds: SeedRange

    @Option(help: "Operations that operators record in one run, 1 to 10000.")
    var operations = 50

    @Option(help: "Weeks of simulated time; else each seed draws 2 to 8.")
    var weeks: Int?

    @Option(help: "Plant this bug, or all of them one after the other, and see it caught.")
    var planted: String?

    @Option(name: .customLong("without"), help: "Switch off an invariant by its name, such as S5; may be repeated.")
    var without: [String] = []

    @Option(
        name: .customLong("with"),
        help: "Let a fault come at its highest rate, such as coordinator-restored; may be repeated.")
    var with: [String] = []

    @Flag(help: "Run each seed twice with other private data at one agency, and compare what the others receive.")
    var twins = false

    @Flag(help: "Print the whole trace of every run.")
    var trace = false

    @Option(help: "How many runs at once, 1 to 256; else one for each processor. Nothing else depends on it.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Runs that may be spent on making the trace of each failure small, 0 to 1000.")
    var shrink = 40

    @Flag(name: .customLong("probes"), help: "Fail when a rare situation was never met, however few the seeds.")
    var demandsProbes = false

    @Flag(name: .customLong("json"), help: "Print the report as JSON.")
    var printsJSON = false

    func validate() throws {
        guard (1...10_000).contains(operations) else { throw ValidationError("--operations is 1 to 10000.") }
        guard (0...1000).contains(shrink) else { throw ValidationError("--shrink is 0 to 1000.") }
        guard (1...256).contains(jobs) else { throw ValidationError("--jobs is 1 to 256.") }
        if let weeks, !(1...520).contains(weeks) { throw ValidationError("--weeks is 1 to 520.") }
        if let unknown = without.first(where: { InvariantName(rawValue: $0) == nil }) {
            throw ValidationError("There is no invariant \(unknown).")
        }
        if let unknown = with.first(where: { !RunPlan.faults.contains($0) }) {
            throw ValidationError("There is no fault \(unknown).")
        }
        if let planted, planted != "all", Plant(rawValue: planted) == nil {
            throw ValidationError("There is no planted bug \(planted).")
        }
    }

    func run() throws {
        if let planted {
            return try PlantedReport(
                plants: Plant(rawValue: planted).map { [$0] } ?? Plant.allCases, seeds: seeds.seeds,
                operations: operations, jobs: jobs, printsJSON: printsJSON
            ).run()
        }
        var campaign = Campaign(
            seeds: seeds.seeds, operations: operations, weeks: weeks,
            without: Set(without.compactMap(InvariantName.init(rawValue:))), isTwin: twins, jobs: jobs)
        campaign.withFaults = Set(with)
        let clock = ContinuousClock()
        let start = clock.now
        let report = campaign.run { result in
            if trace {
                result.trace.forEach { print($0) }
                print("seed \(result.plan.seed) digest \(result.digest)")
            }
            if let violation = result.violation, !printsJSON {
                // Making it small takes minutes: what broke is said before.
                FileHandle.standardOutput.write(Data("seed \(result.plan.seed): \(violation)\n".utf8))
                if shrink > 0 {
                    show(Shrinker.shrink(result, runs: shrink))
                }
            }
        }
        let summary = SimulationSummary(report, took: start.duration(to: clock.now))
        print(printsJSON ? try summary.json() : summary.text)
        let misses = demandsProbes || report.seeds >= Self.seedsForProbes ? report.missedProbes : []
        if !report.failures.isEmpty || !misses.isEmpty {
            throw ExitCode.failure
        }
    }

    private func show(_ result: RunResult) {
        print("smallest trace, \(result.steps - result.plan.skipped.count) steps:")
        result.trace.suffix(60).forEach { print("  \($0)") }
    }
}
