import CFaultDisk
import GRDB
import Testing

@testable import Simulation

/// The simulated disk keeps what was synced, loses what was not, and refuses when told to.
@Suite struct FaultDiskTests {
    private func insert(_ value: Int, _ queue: DatabaseQueue) throws {
        try queue.write { try $0.execute(sql: "INSERT INTO line (value) VALUES (?)", arguments: [value]) }
    }

    private func values(_ queue: DatabaseQueue) throws -> [Int] {
        try queue.read { try Int.fetchAll($0, sql: "SELECT value FROM line ORDER BY id") }
    }

    private func open(_ disk: FaultDisk, isNode: Bool, _ durability: FaultDisk.Durability = .full) throws
        -> DatabaseQueue
    {
        let queue = try isNode ? disk.openNode(durability) : disk.openCoordinator(durability)
        try queue.write {
            try $0.execute(sql: "CREATE TABLE IF NOT EXISTS line (id INTEGER PRIMARY KEY, value INTEGER)")
        }
        return queue
    }

    /// How many of ten power cuts, each at another change, lost an acknowledged row.
    private func losses(isNode: Bool, _ durability: FaultDisk.Durability) throws -> Int {
        var losses = 0
        for nth in 1...10 {
            let disk = FaultDisk(seed: UInt64(nth))
            var queue: DatabaseQueue? = try open(disk, isNode: isNode, durability)
            var acknowledged: [Int] = []
            disk.plan(.powerCut, at: nth * 3)
            for value in 0..<20 {
                guard let queue, (try? insert(value, queue)) != nil else { break }
                acknowledged.append(value)
            }
            #expect(disk.isDead)
            queue = nil
            disk.restart()
            let again = try open(disk, isNode: isNode, durability)
            let kept = try values(again)
            losses += kept.starts(with: acknowledged) ? 0 : 1
            try again.close()
        }
        return losses
    }

    @Test(arguments: [true, false])
    func aPowerCutLosesNothingThatWasAcknowledged(isNode: Bool) throws {
        #expect(try losses(isNode: isNode, .full) == 0)
    }

    @Test(arguments: [true, false])
    func withoutSyncsAPowerCutLosesSomething(isNode: Bool) throws {
        let lossy = (try? losses(isNode: isNode, .off)) ?? 10
        #expect(lossy > 0)
    }

    @Test func aFullDiskRefusesAndThenGoesOn() throws {
        let disk = FaultDisk(seed: 1)
        let queue = try open(disk, isNode: true)
        try insert(1, queue)
        disk.plan(.full, at: 1, times: 4)
        #expect(throws: DatabaseError.self) { try insert(2, queue) }
        disk.unplan()
        try insert(3, queue)
        #expect(try values(queue) == [1, 3])
        try queue.close()
    }

    @Test func anImageIsPutBackOntoADiskThatWasFull() throws {
        let (image, disk) = (FaultDisk(seed: 1), FaultDisk(seed: 2))
        let queue = try open(image, isNode: true)
        try insert(1, queue)
        disk.setCapacity(10)
        disk.copy(from: image)
        try queue.close()
        let again = try disk.openNode()
        #expect(try values(again) == [1])
        // The disk is as full as it was.
        #expect(throws: DatabaseError.self) {
            try again.write { try $0.execute(sql: "CREATE TABLE more AS SELECT zeroblob(100000) AS room") }
        }
        try again.close()
    }

    @Test func handlesOfAKilledProcessAreDeadAndItsLocksAreGone() throws {
        let disk = FaultDisk(seed: 1)
        let queue = try open(disk, isNode: true)
        try insert(1, queue)
        disk.kill()
        #expect(throws: DatabaseError.self) { try insert(2, queue) }
        disk.restart()
        let next = try open(disk, isNode: true)
        #expect(throws: DatabaseError.self) { try insert(3, queue) }
        try insert(4, next)
        #expect(try values(next) == [1, 4])
        try? queue.close()
        try next.close()
    }

    @Test func aLyingDiskLosesWhatItSaidItHad() throws {
        let disk = FaultDisk(seed: 3)
        var queue: DatabaseQueue? = try open(disk, isNode: true)
        disk.setLying(true)
        try queue.map { queue in try (0..<5).forEach { try insert($0, queue) } }
        disk.cutPower()
        queue = nil
        disk.restart()
        #expect(disk.counters.lied_syncs > 0)
        #expect(disk.counters.lost_sectors > 0)
    }
}
