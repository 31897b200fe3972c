import ArgumentParser
import Foundation
import Simulation

/// Writes a made-up city in the official formats.
struct CityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "city",
        abstract: "Write a made-up city's staff files in the official formats.",
        discussion: "The same options give the same bytes. All people are invented.")

    /// EX_CANTCREAT of sysexits.h.
    private static let cannotCreate = ExitCode(73)

    @Option(name: .customLong("out"), help: "The folder to write to: new, empty, or written by this command before.")
    var folder: String

    @Option(help: "How many agencies, 2 to 60.")
    var agencies = 12

    @Option(help: "How many people, 10 to 10000.")
    var people = 600

    @Option(help: "The seed; another seed gives other people.")
    var seed: UInt64 = 1

    @Option(help: "The day of the export, YYYY-MM-DD.")
    var today = "2026-01-05"

    @Flag(name: .customLong("json"), help: "Print what was written as JSON.")
    var printsJSON = false

    func validate() throws {
        do throws(CityFailure) {
            _ = try recipe()
        } catch {
            throw ValidationError(error.description)
        }
        if folder.isEmpty {
            throw ValidationError("--out is empty. Name a folder.")
        }
    }

    func run() throws {
        let city = City.generate(try recipe())
        do throws(CityFailure) {
            try city.write(to: folder)
        } catch {
            FileHandle.standardError.write(Data("mutasi-lab city: \(error.description)\n".utf8))
            throw Self.cannotCreate
        }
        print(try printsJSON ? summary(of: city).json() : summary(of: city).sentence)
    }

    private func recipe() throws(CityFailure) -> CityRecipe {
        try CityRecipe(agencies: agencies, people: people, seed: seed, today: today)
    }

    private func summary(of city: City) -> CitySummary {
        let files = city.files()
        return CitySummary(
            folder: folder, agencies: city.agencyCodes.count, people: city.headcount, files: files.count,
            bytes: files.reduce(0) { $0 + $1.bytes.count }, seed: seed, today: today)
    }
}
