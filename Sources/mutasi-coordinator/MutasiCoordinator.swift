import ArgumentParser

@main
struct MutasiCoordinator: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "mutasi-coordinator")
}
