import CoordinatorKit
import Foundation
import GRDB
import NodeKit
import SyncProtocol

/// S4: a bit that flips anywhere in a copy of the coordinator's database, of a node's, or of an exported journal is found by what
/// the programs offer to check them, or nothing has another value that ``StoredMeaning`` names: it was in a place that holds no data.
///
/// Where bits flip follows from the seed alone, so that the run before it is the same with it and without.
struct FlippedBits: Invariant {
    let name = InvariantName.chainIntegrity

    /// In every so manieth seed, because each bit costs a verification of everything; of these none lets its days run out.
    private static let everySeed: UInt64 = 16
    private static let remainder: UInt64 = 3
    private static let coordinatorBits = 10
    private static let summedBits = 4
    private static let nodeBits = 6
    private static let exportBits = 3

    func checkAll(in region: SimulatedRegion) throws {
        guard region.hasSettled, !region.haveDaysRunOut, isTurn(of: region) else { return }
        var dice = SeededGenerator(seed: region.seed, stream: 9)
        try flipCoordinator(in: region, &dice)
        for machine in region.live where machine.isUp && machine.fault == nil && !machine.isExcused {
            guard dice.chance(perMille: 400) else { continue }
            try flipNode(machine, in: region, &dice)
        }
        try flipExport(in: region, &dice)
    }

    /// Bugs of a verifier show here only, and are looked for more often.
    private func isTurn(of region: SimulatedRegion) -> Bool {
        switch region.plant {
        case nil: region.seed % Self.everySeed == Self.remainder
        case .verifierSkipsRecords?, .verifierSkipsSums?, .inspectionSkipsOutbox?: !region.seed.isMultiple(of: 4)
        default: false
        }
    }

    private func flipCoordinator(in region: SimulatedRegion, _ dice: inout SeededGenerator) throws {
        let sound = FaultDisk(seed: dice.next())
        try region.coordinator.image(on: sound)
        try hold(
            findsNothing(coordinator: sound, in: region),
            "a coordinator's database in which no bit was flipped is not whole")
        let meaning = try StoredMeaning.coordinator.read(sound.openCoordinator(.extra))
        for _ in 0..<Self.coordinatorBits {
            let copy = FaultDisk(seed: dice.next())
            copy.copy(from: sound)
            guard copy.rot(FaultDisk.coordinatorPath) else { continue }
            try check(copy, against: meaning, in: region)
        }
        // Few bytes among all: a bit that flips anywhere is next to never in what only a sum beside its row guards.
        let rows = try sound.coordinatorRows(of: Self.summed)
        for _ in 0..<Self.summedBits {
            guard var bytes = sound.contents(of: FaultDisk.coordinatorPath) else { return }
            let place = dice.pick(rows)
            bytes[place.lowerBound + dice.below(place.count)] ^= 1 << UInt8(dice.below(8))
            let copy = FaultDisk(seed: dice.next())
            copy.put(bytes, at: FaultDisk.coordinatorPath)
            try check(copy, against: meaning, in: region)
        }
    }

    /// What no fold of the journal gives anew.
    private static let summed = ["node", "former", "standing", "backup", "gap", "changedOutcome"]

    private func check(_ copy: FaultDisk, against meaning: StoredMeaning.Contents, in region: SimulatedRegion) throws {
        guard findsNothing(coordinator: copy, in: region) else {
            region.counts.fault("flipped-bit-found")
            return
        }
        region.counts.fault("flipped-bit-in-no-data")
        let changed = try meaning.firstDifference(from: StoredMeaning.coordinator.read(copy.openCoordinator(.extra)))
        try hold(changed == nil, "a flipped bit in \(changed ?? "") of the coordinator is not found")
    }

    private func findsNothing(coordinator disk: FaultDisk, in region: SimulatedRegion) -> Bool {
        do {
            try CoordinatorMachine.open(disk) { store in
                do {
                    try store.checkIntegrity()
                } catch let failure as StoreFailure where region.plant == .verifierSkipsSums && failure.isOfASum {}
                _ = try JournalVerifier.verify(store, coordinatorKey: region.coordinator.keys.signing.publicKey)
            }
            return true
        } catch let damage as JournalDamage {
            return region.plant == .verifierSkipsRecords && damage.code == .record
        } catch {
            return false
        }
    }

    private func flipNode(_ machine: NodeMachine, in region: SimulatedRegion, _ dice: inout SeededGenerator) throws {
        let sound = FaultDisk(seed: dice.next())
        try machine.image(on: sound)
        try hold(
            findsNothing(node: sound, of: machine, in: region),
            "the database of \(machine.name), in which no bit was flipped, is not whole")
        let meaning = try StoredMeaning.node.read(sound.openNode())
        for _ in 0..<Self.nodeBits {
            let copy = FaultDisk(seed: dice.next())
            copy.copy(from: sound)
            guard copy.rot(FaultDisk.nodePath) else { continue }
            guard findsNothing(node: copy, of: machine, in: region) else {
                region.counts.fault("flipped-bit-found")
                continue
            }
            region.counts.fault("flipped-bit-in-no-data")
            let changed = try meaning.firstDifference(from: StoredMeaning.node.read(copy.openNode()))
            try hold(changed == nil, "a flipped bit in \(changed ?? "") of \(machine.name) is not found")
        }
    }

    private func findsNothing(node disk: FaultDisk, of machine: NodeMachine, in region: SimulatedRegion) -> Bool {
        do {
            let queue = try disk.openNode()
            defer { try? queue.close() }
            let findings = try NodeStore(writer: queue, identity: machine.identity).inspect()
            return findings.allSatisfy { region.plant == .inspectionSkipsOutbox && $0 == .outbox }
        } catch {
            return false
        }
    }

    /// The one thing here that lies in a real file: an export is read by its path.
    private func flipExport(in region: SimulatedRegion, _ dice: inout SeededGenerator) throws {
        guard let store = region.coordinator.store else { return }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mutasi-bits-\(UUID().uuidString)")
            .path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (whole, flipped) = (folder + "/whole", folder + "/flipped")
        _ = try JournalExport.write(store, keys: region.coordinator.keys, to: whole)
        try hold(findsNothing(export: whole, in: region), "an export in which no bit was flipped does not verify")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: whole))
        for _ in 0..<Self.exportBits {
            var bytes = bytes
            bytes[dice.below(bytes.count)] ^= 1 << UInt8(dice.below(8))
            try bytes.write(to: URL(fileURLWithPath: flipped))
            try hold(!findsNothing(export: flipped, in: region), "a flipped bit of an export is not found")
            region.counts.fault("flipped-bit-found")
        }
    }

    private func findsNothing(export path: String, in region: SimulatedRegion) -> Bool {
        let key = region.coordinator.keys.signing.publicKey
        return (try? JournalVerifier.verify(JournalFile(path: path), coordinatorKey: key)) != nil
    }
}

extension StoreFailure {
    fileprivate var isOfASum: Bool { message.contains("is not what was written") }
}
