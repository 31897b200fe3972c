import ArgumentParser

@main
struct MutasiLab: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutasi-lab",
        abstract: "A made-up city: to try Mutasi with, to break it in, and to measure it.",
        subcommands: [CityCommand.self, SimulateCommand.self, BenchCommand.self])
}
