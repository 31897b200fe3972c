import Personnel
import Testing

/// Who can lend: at 1.0 of the need and with a floor of 80 percent.
struct DonorTests {
    private let policy = Fixtures.policyWithFloor

    private func finding(
        _ post: (Int, Int?), _ unit: (Int, Int?), floor: Int? = nil, rush: Bool = false,
        policy: PersonnelPolicy? = nil
    ) -> Donor.Finding {
        Donor.finding(
            post: Staffing(holders: post.0, need: post.1, ownFloor: floor),
            unit: Staffing(holders: unit.0, need: unit.1), isInRush: rush, policy ?? self.policy)
    }

    @Test func aDonorKeepsItsNeed() {
        #expect(finding((8, 6), (20, 15)) == .canLend(2))
        #expect(finding((6, 6), (20, 15)) == .atItsLimit)
        #expect(finding((8, 6), (15, 15)) == .atItsLimit)
        #expect(finding((8, 6), (16, 15)) == .canLend(1))
        #expect(finding((4, 6), (20, 15)) == .atItsLimit)
    }

    @Test func anOwnFloorAboveTheNeedCounts() {
        #expect(finding((8, 6), (20, 15), floor: 7) == .canLend(1))
        #expect(finding((8, 6), (20, 15), floor: 8) == .atItsLimit)
    }

    @Test func aSmallerShareEndsAtTheFloor() {
        var policy = policy
        policy.surge.donorPermille = 500
        // Half of 10 would be 5, the floor is 8.
        #expect(finding((10, 10), (30, 30), policy: policy) == .canLend(2))
        policy.surge.donorPermille = 1001
        #expect(finding((11, 10), (99, 30), policy: policy) == .atItsLimit)
        policy.surge.donorPermille = .max
        #expect(finding((.max, .max), (.max, .max), policy: policy) == .atItsLimit)
    }

    @Test func halfAPersonIsNobodyToLend() {
        func finding(_ hundredths: Int) -> Donor.Finding {
            Donor.finding(
                post: Staffing(hundredths: hundredths, need: 6), unit: Staffing(holders: 20, need: 15), isInRush: false,
                policy)
        }
        #expect(finding(650) == .atItsLimit)
        #expect(finding(700) == .canLend(1))
    }

    @Test func unknownNeedsAndOwnRushesLendNobody() {
        #expect(finding((8, nil), (20, 15)) == .needUnknown)
        #expect(finding((8, 6), (20, nil)) == .needUnknown)
        #expect(finding((8, 6), (20, 15), rush: true) == .inRush)
    }

    /// Whatever is lent, what stays is at its need and its floor, and one more would not be.
    @Test func whatStaysIsWhole() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let need = Int.random(in: 0...20, using: &random)
            let holders = Int.random(in: 0...30, using: &random)
            let own = Bool.random(using: &random) ? Int.random(in: 0...30, using: &random) : nil
            let floor = max(own ?? 0, (need * 80 + 99) / 100)
            func isWhole(_ left: Int) -> Bool { left >= need && left >= floor }
            switch finding((holders, need), (1000, 10), floor: own) {
            case .canLend(let people):
                #expect(isWhole(holders - people))
                #expect(!isWhole(holders - people - 1))
            case .atItsLimit: #expect(!isWhole(holders - 1))
            case .inRush, .needUnknown: Issue.record("neither was stated")
            }
        }
    }
}
