import ArgumentParser
import Foundation
import Simulation

/// Plants bugs one after the other, and shows which invariant catches each and after how many seeds.
struct PlantedReport {
    private struct Line: Encodable {
        let plant: String
        let invariant: String
        let caught: Bool
        let seeds: Int?
        let silentWithout: Bool
        let elsewhere: [String: Int]
        let claim: String
    }

    private struct Report: Encodable {
        let planted: Int
        let caught: Int
        let medianSeeds: Int?
        let lines: [Line]
    }

    let plants: [Plant]
    let seeds: ClosedRange<UInt64>
    let operations: Int
    let jobs: Int
    let printsJSON: Bool

    func run() throws {
        var lines: [Line] = []
        PlantedRun.run(plants, seeds: seeds, operations: operations, jobs: jobs) { run in
            let line = Line(
                plant: run.plant.rawValue, invariant: run.plant.breaks.rawValue, caught: run.isCaught,
                seeds: run.seedsNeeded,
                silentWithout: run.isSilentWithout,
                elsewhere: Dictionary(uniqueKeysWithValues: run.elsewhere.map { ($0.key.rawValue, $0.value) }),
                claim: run.claim)
            lines.append(line)
            if !printsJSON {
                print(text(line))
            }
        }
        let needed = lines.compactMap(\.seeds).sorted()
        let report = Report(
            planted: lines.count, caught: lines.count(where: \.caught),
            medianSeeds: needed.isEmpty ? nil : needed[needed.count / 2], lines: lines)
        if printsJSON {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            print(String(decoding: try encoder.encode(report), as: UTF8.self))
        } else {
            print("\(report.caught) of \(report.planted) caught, median \(report.medianSeeds ?? 0) seeds")
        }
        guard report.caught == report.planted else { throw ExitCode.failure }
    }

    private func text(_ line: Line) -> String {
        let name = line.plant.padding(toLength: 34, withPad: " ", startingAt: 0)
        let invariant = line.invariant.padding(toLength: 4, withPad: " ", startingAt: 0)
        let others = line.elsewhere.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        let seeds = line.seeds.map { "\($0) seeds" } ?? "not caught"
        let silent = line.seeds == nil || line.silentWithout ? "" : " NOT SILENT WITHOUT"
        return "\(name)\(invariant)\(seeds)\(silent)\(others.isEmpty ? "" : " (others: \(others))")  \(line.claim)"
    }
}
