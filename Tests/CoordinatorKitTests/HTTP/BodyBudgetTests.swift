import Testing

@testable import CoordinatorKit

@Suite struct BodyBudgetTests {
    @Test func sharesTogetherStayWithinTheBudgetAndComeBack() {
        let budget = BodyBudget(bytes: 100)
        let first = BodyBudget.Share(of: budget)
        do {
            let second = BodyBudget.Share(of: budget)
            #expect(first.take(60) && second.take(40))
            #expect(!first.take(1) && !second.take(1))
        }
        #expect(first.take(40))
        #expect(!first.take(1))
    }
}
