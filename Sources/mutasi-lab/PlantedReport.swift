import ArgumentParser
import Simulation

/// Plants bugs one after the other, and shows which invariant catches each and after how many seeds.
struct PlantedReport {
    let plants: [Plant]
    let seeds: ClosedRange<UInt64>
    let operations: Int
    let printsJSON: Bool

    func run() throws {
        throw ExitCode.failure
    }
}
