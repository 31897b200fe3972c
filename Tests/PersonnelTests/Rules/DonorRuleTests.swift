import Personnel
import Testing

/// R23 where somebody is lent to a counter in a rush: at 1.0 of the need and with a floor of 80 percent.
struct DonorRuleTests {
    private let policy = Fixtures.policyWithFloor

    private func left(
        _ holders: Int, need: Int?, unit: (Int, Int?) = (20, 15), floor: Int? = nil, isInRush: Bool = false
    ) -> LeftPost {
        LeftPost(
            hasStandard: true, hasWorkloadAnalysis: need != nil,
            post: Staffing(holders: holders, need: need, ownFloor: floor),
            unit: Staffing(holders: unit.0, need: unit.1), isInRush: isInRush)
    }

    private func finding(_ left: LeftPost, isForRush: Bool = true, partTime: Int? = nil) throws -> RuleResult {
        let subject = RuleSubject(
            person: try Fixtures.servant(), today: try day("2026-01-05"), start: try day("2026-02-01"), left: left)
        let context = MoveContext(
            rules: [.r23], requirement: try Fixtures.requirement(), isSecondment: true, isForRush: isForRush,
            partTime: partTime)
        return Rules.floor(subject, context, policy)
    }

    private func value(_ name: String, of finding: RuleResult) -> String? {
        finding.value.first { $0.name == name }?.text
    }

    @Test func aDonorKeepsItsNeedWhereAnyOtherLoanKeepsTheFloor() throws {
        #expect(try finding(left(6, need: 6), isForRush: false).reason == .floorKept)
        let refused = try finding(left(6, need: 6))
        #expect(refused.reason == .donorBelowFloor && refused.blocks)
        #expect(value("post-floor", of: refused) == "6" && value("post-floor-from", of: refused) == "donor-share")
        #expect(try finding(left(7, need: 6)).reason == .floorKept)
        #expect(try finding(left(7, need: 6, unit: (15, 15))).reason == .donorBelowFloor)
    }

    @Test func theLargerOfShareAndFloorIsNamed() throws {
        let own = try finding(left(8, need: 6, floor: 8))
        #expect(own.reason == .donorBelowFloor)
        #expect(value("post-floor", of: own) == "8" && value("post-floor-from", of: own) == "own-floor")
        var policy = policy
        policy.surge.donorPermille = 500
        let half = Rules.donor(left(5, need: 6), policy, source: "")
        #expect(value("post-floor", of: half) == "5" && value("post-floor-from", of: half) == "share-of-need")
        #expect(half.reason == .donorBelowFloor)
    }

    @Test func aUnitInARushLendsNobodyHoweverManyItHas() throws {
        let found = try finding(left(60, need: 6, isInRush: true))
        #expect(found.reason == .donorInRush && found.blocks)
        // Any other loan does not ask for it.
        #expect(try finding(left(60, need: 6, isInRush: true), isForRush: false).reason == .floorKept)
    }

    @Test func whatIsNotKnownNeedsAPerson() throws {
        #expect(try finding(left(8, need: nil)).reason == .floorUnknown)
        #expect(try finding(left(8, need: 6, unit: (20, nil))).reason == .floorUnknown)
        let alone = try finding(left(1, need: 0))
        #expect(alone.reason == .soleHolder && alone.outcome == .needsHuman)
        let subject = RuleSubject(person: try Fixtures.servant(), today: try day("2026-01-05"))
        let context = MoveContext(
            rules: [.r23], requirement: try Fixtures.requirement(), isSecondment: true, isForRush: true)
        #expect(Rules.floor(subject, context, policy).reason == .postUnknown)
    }

    /// Of 6.40 people one goes for 40 percent: 6.00 stay. Of 6.39 only 5.99 would.
    @Test(arguments: [(640, RuleReason.floorKept), (639, .donorBelowFloor)])
    func ofWhoIsLentForAPartOfTheTimeTheRestStays(hundredths: Int, reason: RuleReason) throws {
        let place = LeftPost(
            hasStandard: true, hasWorkloadAnalysis: true, post: Staffing(hundredths: hundredths, need: 6),
            unit: Staffing(holders: 20, need: 15))
        #expect(try finding(place, partTime: 40).reason == reason)
        #expect(try finding(place).reason == .donorBelowFloor)
    }
}
