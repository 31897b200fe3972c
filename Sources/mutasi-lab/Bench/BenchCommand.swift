import ArgumentParser

/// Speed, as ratios in one run: each benchmark measures beside itself what the machine can do at most.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure the sync and the planner against what this machine can do, in one run.",
        discussion: """
            Use a release build: swift build -c release --product mutasi-lab
            Each benchmark of the sync makes its own region in a temporary folder, serves it over HTTPS on the loopback, and removes it.
            """,
        subcommands: [
            PushBench.self, PullBench.self, IdleBench.self, FleetBench.self, PlannerBench.self, PlanBench.self,
        ])
}

/// What all benchmarks are told.
struct BenchOptions: ParsableArguments {
    @Flag(help: "One JSON document instead of a table.")
    var json = false

    @Option(help: "The folder for databases; the system's temporary folder unless given.")
    var folder: String?
}
