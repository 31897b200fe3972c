import CFaultDisk
import Synchronization

/// The disk of one simulated machine: a SQLite VFS in memory that can lose, tear, refuse and damage what is written.
///
/// For one thread. A process that dies takes its handles with it; a machine that dies also loses what was not synced, sector
/// by sector, as the disk's seed says.
final class FaultDisk {
    /// What a planned change or a read meets.
    enum Fault: String, CaseIterable, Sendable {
        case ioError = "io-error"
        case full = "disk-full"
        case kill
        case powerCut = "power-cut"

        fileprivate var kind: fault_kind {
            switch self {
            case .ioError: FAULT_EIO
            case .full: FAULT_FULL
            case .kill: FAULT_KILL
            case .powerCut: FAULT_POWER_CUT
            }
        }
    }

    private static let count = Atomic(0)

    /// The name under which SQLite finds it; it differs from run to run and is in no trace.
    let vfs: String
    private let disk: OpaquePointer

    init(seed: UInt64) {
        vfs = "mutasi-fault-\(Self.count.wrappingAdd(1, ordering: .relaxed).newValue)"
        guard let disk = fault_disk_create(vfs) else {
            preconditionFailure("a name that was never used and a few bytes of memory are there")
        }
        self.disk = disk
        fault_disk_set_seed(disk, seed)
    }

    deinit {
        fault_disk_destroy(disk)
    }

    var isDead: Bool { fault_disk_is_dead(disk) != 0 }
    var counters: fault_disk_counters { fault_disk_count(disk) }

    /// Writes, syncs and the like so far: nothing is different while it is the same.
    var changes: UInt64 { counters.changes }

    /// How a connection names a file of this disk.
    func uri(_ path: String) -> String {
        "file:\(path)?vfs=\(vfs)"
    }

    /// The `nth` change from now on meets the fault, and those after it until there were `times`.
    func plan(_ fault: Fault, at nth: Int, times: Int = 1) {
        fault_disk_plan(disk, fault.kind, UInt64(nth), UInt64(times))
    }

    /// The `nth` read from now on fails.
    func planRead(at nth: Int, times: Int = 1) {
        fault_disk_plan_read(disk, UInt64(nth), UInt64(times))
    }

    func unplan() {
        fault_disk_unplan(disk)
    }

    /// Nil for no limit.
    func setCapacity(_ bytes: Int?) {
        fault_disk_set_capacity(disk, bytes.map(UInt64.init) ?? .max)
    }

    /// While set, syncs report success and make nothing durable.
    func setLying(_ lies: Bool) {
        fault_disk_set_lying(disk, lies ? 1 : 0)
    }

    func setTime(milliseconds: Int) {
        fault_disk_set_time(disk, Int64(milliseconds))
    }

    func kill() {
        fault_disk_kill(disk)
    }

    func cutPower() {
        fault_disk_cut_power(disk)
    }

    /// After a death, with every connection closed.
    func restart() {
        fault_disk_restart(disk)
    }

    /// Flips one bit of the file; false when there is nothing to flip.
    func rot(_ path: String) -> Bool {
        fault_disk_rot(disk, path) != 0
    }

    /// Replaces all files by those of another disk, as if that was imaged. No connection to this disk may be open.
    func copy(from other: FaultDisk) {
        precondition(fault_disk_copy(other.disk, disk) != 0, "a few hundred kilobytes of memory are there")
    }

    /// Makes a durable file of an empty disk.
    func put(_ bytes: [UInt8], at path: String) {
        precondition(
            fault_disk_put(disk, path, bytes, bytes.count) != 0, "the file is not there and its memory is")
    }

    func holds(_ path: String) -> Bool {
        fault_disk_size(disk, path) >= 0
    }

    /// The file's bytes; nil when it is not there.
    func contents(of path: String) -> [UInt8]? {
        let size = fault_disk_size(disk, path)
        guard size >= 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(size))
        return fault_disk_read(disk, path, &bytes) != 0 ? bytes : nil
    }

    /// The bytes of all files together, for a capacity a little above them.
    func size(of path: String) -> Int {
        max(Int(fault_disk_size(disk, path)), 0)
    }
}
