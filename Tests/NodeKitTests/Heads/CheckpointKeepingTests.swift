import Foundation
import GRDB
import Negotiation
import SyncProtocol
import Testing

@testable import NodeKit

@Suite struct CheckpointKeepingTests {
    let coordinator = ScriptedCoordinator()

    @Test func oneIsAskedForWhenTheHeadMovedAndNothingElseIsToBeSaid() throws {
        let store = try Sample.store(coordinator)
        _ = try store.exchange(coordinator)
        #expect(coordinator.with { $0.requests.last?.asksCheckpoint } == false)
        coordinator.put(try Sample.id(10), "loket")
        for asks in [false, true, false, false] {
            _ = try store.exchange(coordinator)
            #expect(coordinator.with { $0.requests.last?.asksCheckpoint } == asks)
        }
        #expect(try store.checkpoints().map(\.head.position) == [1])
    }

    @Test func theLastOfEachDayAndEpochIsKept() throws {
        let store = try Sample.store(coordinator)
        let places = [
            (1, 3, "2026-03-02"), (1, 5, "2026-03-02"), (1, 9, "2026-03-03"), (2, 6, "2026-03-03"),
            (2, 8, "2026-03-04"),
        ]
        for (epoch, position, day) in places {
            try store.write { database in
                try KeptCheckpoints(database).keep(made(epoch, position, day))
            }
        }
        #expect(
            try store.checkpoints().map { "\($0.head.epoch)/\($0.head.position)" } == ["2/8", "2/6", "1/9", "1/5"])
    }

    @Test func oldestGoFirstAndTheLastOfAnEpochStays() throws {
        let store = try Sample.store(coordinator)
        try store.write { database in
            let kept = KeptCheckpoints(database)
            try kept.keep(made(1, 1, "day -00001"))
            for day in 1...CheckpointLimits.kept + 5 {
                try kept.keep(made(2, day, String(format: "day %06d", day)))
            }
        }
        let kept = try store.checkpoints()
        #expect(kept.count == CheckpointLimits.kept)
        #expect(kept.last?.head.epoch == 1)
        #expect(kept.first?.head.position == CheckpointLimits.kept + 5)
    }

    private func made(_ epoch: Int, _ position: Int, _ day: String) -> Checkpoint {
        Checkpoint.make(
            region: Sample.region, epoch: epoch, position: position, root: TreeHash.leaf([UInt8(position & 255)]),
            day: day, key: coordinator.key)
    }
}
