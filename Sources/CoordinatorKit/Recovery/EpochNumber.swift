import StrictJSON
import SyncProtocol

/// The number of a new epoch: later than every one that is known, and another than every one that is not.
///
/// A restore after a fire knows only what its backup knows, so counting on from there would give the number of an earlier
/// restore again whose database burnt as well, and two lives of the coordinator could be taken for one. The seconds since 2020
/// are later than what an earlier restore took, and a little chance parts two whose clocks stood still. Nothing is decided by the
/// clock: one that is off only brings an earlier number, which gives way as soon as a node names a later one.
package enum EpochNumber {
    private static let secondsTo2020 = 1_577_836_800
    private static let chance = 600

    /// `milliseconds` since 1970, by the coordinator's clock. Never beyond what a message can say.
    package static func next(after known: Int, milliseconds: Int) -> Int {
        let chance = Sodium.randomBytes(4).reduce(0) { $0 << 8 | Int($1) } % chance
        return min(max(known + 1, milliseconds / 1000 - secondsTo2020) + chance, JSON.integerRange.upperBound)
    }
}
