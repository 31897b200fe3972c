import Negotiation
import StrictJSON
import SyncProtocol
import Testing

@testable import CoordinatorKit

/// The coordinator without threads answers as the serving one does.
@Suite struct BlockingTests {
    @Test func callsOfOneGroupAreDecidedInTheirOrderAndOneRefusalLeavesTheRest() async throws {
        var region = try TestRegion()
        let other = try await region.node("pasar")
        let first = region.desk.request([Statement.put("x", to: nil)])
        let second = other.request([Statement.put("y", to: nil)])
        let before = try await region.coordinator.head().position
        let calls = [first, first, second].enumerated().map { index, request in
            let (body, signature) = (index < 2 ? region.desk : other).signed(request)
            return Coordinator.Call.sync(body: body, signature: index == 1 ? nil : signature)
        }
        let answers = region.coordinator.answer(calls)
        #expect(answers.map(\.status) == [200, 401, 200])
        let replies = try [answers[0], answers[2]].map { try SyncReply(parsing: $0.body) }
        #expect(replies.map { $0.outcomes.map(\.position) } == [[before + 1], [before + 2]])
        #expect(replies.map(\.head.position) == [before + 2, before + 2])
    }

    @Test func aCodeThatTwoCallsOfAGroupUseEnrolsOneNode() async throws {
        var region = try TestRegion()
        let code = try await region.invite("pasar")
        let joins = (0..<2).map { _ in
            JoinRequest.make(code: code, key: .generate(), box: Sodium.randomBytes(32)).encode()
        }
        let answers = region.coordinator.answer(joins.map(Coordinator.Call.join))
        #expect(answers.map(\.status) == [200, 403])
    }
}
