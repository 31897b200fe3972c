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
        let alsoBroken: [String]
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
        if !printsJSON {
            // Silent: nothing breaks any more in that seed with the invariant, and those behind the word, switched off.
            print(Self.columns("plant", "must", "seeds", "without it", "others before", "claim"))
        }
        PlantedRun.run(plants, seeds: seeds, operations: operations, jobs: jobs) { run in
            let line = Line(
                plant: run.plant.rawValue, invariant: run.plant.breaks.rawValue, caught: run.isCaught,
                seeds: run.seedsNeeded,
                silentWithout: run.isSilentWithout, alsoBroken: run.alsoBroken.map(\.rawValue),
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
            let alone = lines.count { $0.caught && $0.alsoBroken.isEmpty }
            print("\(alone) are silent without the one invariant, \(report.caught - alone) without others as well")
            print("\(report.caught) of \(report.planted) caught, median \(report.medianSeeds ?? 0) seeds")
        }
        guard report.caught == report.planted else { throw ExitCode.failure }
    }

    private func text(_ line: Line) -> String {
        let others = line.elsewhere.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        let silent =
            line.seeds == nil
            ? "-" : line.silentWithout ? (["silent"] + line.alsoBroken).joined(separator: " ") : "NOT SILENT"
        return Self.columns(
            line.plant, line.invariant, line.seeds.map(String.init) ?? "-", silent, others.isEmpty ? "-" : others,
            line.claim)
    }

    private static func columns(_ texts: String...) -> String {
        zip(texts, [34, 5, 6, 26, 22, 0]).map { text, width in
            text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0)
        }.joined(separator: " ")
    }
}
