import Negotiation
import SyncProtocol
import Testing

@testable import CoordinatorKit

@Suite struct HandInOrderTests {
    private static let first: InstanceID = Made.id()
    private static let second: InstanceID = Made.id()

    private func key(_ instance: InstanceID, _ number: Int, _ last: Int?) -> HandedBundle.Key {
        HandedBundle.Key(instance: instance, number: number, lastPosition: last)
    }

    @Test func bundlesStandWhereTheirLastOperationStood() {
        let keys = [
            key(Self.first, 1, 12), key(Self.first, 2, 30), key(Self.second, 1, 9), key(Self.second, 2, 20),
        ]
        #expect(HandInOrder.sorted(keys) == [keys[2], keys[0], keys[3], keys[1]])
    }

    @Test func bundleWithoutAReceiptGoesWithTheNextOfItsInstanceOrComesLast() {
        let keys = [
            key(Self.first, 1, nil), key(Self.first, 2, 30), key(Self.first, 3, nil), key(Self.second, 1, 40),
        ]
        #expect(HandInOrder.sorted(keys) == [keys[0], keys[1], keys[3], keys[2]])
    }

    @Test func repeatedBundleNeverComesBeforeAnEarlierOneOfItsInstance() {
        // The second holds only what the first of the other instance had said at position 5.
        let keys = [key(Self.first, 1, 20), key(Self.first, 2, 5), key(Self.second, 1, 10)]
        #expect(HandInOrder.sorted(keys) == [keys[2], keys[0], keys[1]])
    }

    private static func gaps(
        _ named: [Int: Set<Int>], seen: [Int: Int] = [:], lost: [LostPositions] = [], known: [Int: Int] = [:],
        epochs: [JournalEpoch] = [JournalEpoch(epoch: 9, cut: 3, position: 4)], lived: Int = 1,
        backedUp: Int? = nil, begun: [JournalCut] = []
    ) -> [String] {
        var gaps = Gaps(epochs, lived: lived, backedUp: backedUp, begun: begun, lost: lost)
        gaps.take(named: named, seen: seen, known: known)
        return gaps.lost.map { "\($0.epoch)/\($0.positions.lowerBound)-\($0.positions.upperBound)" }
    }

    @Test func gapsAreWhatNoReceiptNames() {
        #expect(Self.gaps([1: [4, 5, 8, 12]]) == ["1/6-7", "1/9-11"])
        #expect(Self.gaps([1: [2, 9]]) == ["1/4-8"])
        #expect(Self.gaps([:]) == [])
        #expect(Self.gaps([1: [4]], seen: [1: 7]) == ["1/5-7"])
        #expect(Self.gaps([:], seen: [1: 3]) == [])
    }

    /// A life that began from the same backup, and burnt with everything that knew of it, used the same positions.
    @Test func aReceiptOfOneLifeFillsNoGapOfAnother() {
        #expect(Self.gaps([1: [4, 5]], seen: [1: 5, 7: 5]) == ["7/4-5"])
        // The first life was accounted for when the second began.
        let epochs = [JournalEpoch(epoch: 2, cut: 3, position: 4), JournalEpoch(epoch: 9, cut: 6, position: 7)]
        #expect(Self.gaps([:], seen: [1: 9, 2: 8], epochs: epochs, lived: 2) == ["2/7-8"])
        // Nothing was decided in the second: its recovery never ended.
        #expect(Self.gaps([:], seen: [1: 9, 2: 8], epochs: epochs) == ["1/4-9", "2/7-8"])
        // It gave way to the last at once.
        let left = [JournalEpoch(epoch: 2, cut: 3, position: 4), JournalEpoch(epoch: 9, cut: 3, position: 5)]
        #expect(Self.gaps([:], seen: [1: 5], epochs: left) == ["1/4-5"])
    }

    /// It may have begun from a backup of the first life, though this journal is one of the second.
    @Test func aLifeThatThisJournalNeverWasInIsToldFromWhereItMayHaveParted() {
        let epochs = [JournalEpoch(epoch: 2, cut: 3, position: 4), JournalEpoch(epoch: 9, cut: 6, position: 7)]
        #expect(Self.gaps([7: [8]], seen: [7: 9], epochs: epochs) == ["7/4-7", "7/9-9"])
        // Nobody counts on backups of the first life any more.
        #expect(Self.gaps([7: [8]], seen: [7: 9], epochs: epochs, backedUp: 6) == ["7/7-7", "7/9-9"])
        // One of the first life from before the cut is still there.
        #expect(Self.gaps([7: [8]], seen: [7: 9], epochs: epochs, backedUp: 2) == ["7/3-7", "7/9-9"])
        // Nodes were told where it parted; of the life before it too, and of this journal's own what counts is its own.
        let begun = [JournalCut(epoch: 2, position: 1), JournalCut(epoch: 7, position: 2)]
        #expect(Self.gaps([7: [8]], seen: [7: 9], epochs: epochs, begun: begun) == ["7/3-7", "7/9-9"])
        let late = [JournalCut(epoch: 7, position: 6)]
        #expect(Self.gaps([7: [8]], seen: [7: 9], epochs: epochs, backedUp: 2, begun: late) == ["7/7-7", "7/9-9"])
        let former = [JournalCut(epoch: 5, position: 2), JournalCut(epoch: 7, position: 8)]
        #expect(Self.gaps([7: [8]], seen: [7: 9], epochs: epochs, begun: former) == ["7/3-7", "7/9-9"])
        #expect(Self.gaps([:], seen: [5: 4], epochs: epochs, begun: begun) == ["5/4-4"])
        let unsaid = [JournalCut(epoch: 7, position: 0)]
        #expect(Self.gaps([7: [8]], seen: [7: 9], epochs: epochs, begun: unsaid) == ["7/4-7", "7/9-9"])
    }

    @Test func gapsShrinkWhenSomebodyComesLate() {
        let lost = [LostPositions(epoch: 1, positions: 4...6), LostPositions(epoch: 1, positions: 9...10)]
        #expect(Self.gaps([1: [5, 9, 10]], lost: lost) == ["1/4-4", "1/6-6"])
        #expect(Self.gaps([:], lost: lost) == ["1/4-6", "1/9-10"])
        // And grow by what nobody had seen before.
        #expect(Self.gaps([:], seen: [1: 13], lost: lost, known: [1: 11]) == ["1/4-6", "1/9-10", "1/12-13"])
    }

    @Test func cursorOfALifeThatTheBackupDoesNotKnowBeginsAnew() {
        let epochs = [JournalEpoch(epoch: 3, cut: 61, position: 62)]
        #expect(epochs.cut(since: 1) == 61)
        // The second life parted at 56, of which a backup of the first life at 61 knows nothing.
        #expect(epochs.cut(since: 2) == nil)
        let lives = [JournalEpoch(epoch: 2, cut: 56, position: 57)] + epochs
        #expect(lives.cut(since: 2) == 61)
        #expect(lives.cut(since: 1) == 56)
    }
}
