import ArgumentParser

@main
struct MutasiLab: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutasi-lab",
        abstract: "A made-up city to try Mutasi with.",
        subcommands: [CityCommand.self, SimulateCommand.self])
}
