import Negotiation
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

    @Test func gapsAreWhatNoReceiptNames() {
        #expect(Gaps.of([4, 5, 8, 12], after: 3) == [6...7, 9...11])
        #expect(Gaps.of([2, 9], after: 3) == [4...8])
        #expect(Gaps.of([], after: 3) == [])
        #expect(Gaps.of([4], after: 3, seen: 7) == [5...7])
        #expect(Gaps.of([], after: 3, seen: 3) == [])
    }

    @Test func gapsShrinkWhenSomebodyComesLate() {
        #expect(Gaps.without([5, 9, 10], [4...6, 9...10]) == [4...4, 6...6])
        #expect(Gaps.without([], [4...6]) == [4...6])
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
