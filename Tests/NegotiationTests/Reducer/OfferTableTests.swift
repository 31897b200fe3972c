import StrictJSON
import Testing

@testable import Negotiation

/// Every operation kind at every point of an offer's life, each with its one outcome.
@Suite struct OfferTableTests {
    /// `+` is accepted, anything else the code of the refusal.
    // swift-format-ignore
    static let table = """
        kind              none            proposed        contested       waiting         held            approved        decreed         ready           started        received       closed
        region.found      exists          exists          exists          exists          exists          exists          exists          exists          exists         exists         exists
        coordinator.boot  +               +               +               +               +               +               +               +               +              +              +
        epoch.begin       +               +               +               +               +               +               +               +               +              +              +
        outcome.change    +               +               +               +               +               +               +               +               +              +              +
        agency.add        +               +               +               +               +               +               +               +               +              +              +
        node.invite       +               +               +               +               +               +               +               +               +              +              +
        node.join         +               +               +               +               +               +               +               +               +              +              +
        node.enroll       exists          exists          exists          exists          exists          exists          exists          exists          exists         exists         exists
        node.replace      wrong-state     wrong-state     wrong-state     wrong-state     wrong-state     wrong-state     wrong-state     wrong-state     wrong-state    wrong-state    wrong-state
        node.restore      +               +               +               +               +               +               +               +               +              +              +
        node.alarm        +               +               +               +               +               +               +               +               +              +              +
        policy.apply      +               +               +               +               +               +               +               +               +              +              +
        day.advance       +               +               +               +               +               +               +               +               +              +              +
        reorganisation.apply +               +               +               +               +               +               +               +               +              +              +
        reorganisation.withdraw not-found not-found not-found not-found not-found not-found not-found not-found not-found not-found not-found
        card.post         person-has-card person-has-card person-has-card person-has-card person-has-card person-has-card person-has-card person-has-card +              +              person-has-card
        card.edit         +               +               +               +               +               +               +               +               card-closed    card-closed    +
        card.open         already-done    already-done    already-done    already-done    already-done    already-done    already-done    already-done    card-closed    card-closed    already-done
        card.close        +               +               +               +               wrong-state     wrong-state     wrong-state     wrong-state     card-closed    card-closed    +
        card.check        +               +               +               +               +               +               +               +               card-closed    card-closed    +
        card.contest      +               +               +               +               +               +               +               +               wrong-state    wrong-state    +
        need.publish      +               +               +               +               +               +               +               +               +              +              +
        surge.declare     +               +               +               +               +               +               +               +               +              +              +
        surge.end         not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found      not-found      not-found
        vacancy.open      +               +               +               +               +               +               +               +               +              +              +
        vacancy.edit      +               +               +               +               +               +               +               +               vacancy-closed vacancy-closed +
        vacancy.withdraw  +               +               +               seats-held      seats-held      seats-held      seats-held      seats-held      vacancy-closed vacancy-closed +
        vacancy.rank      wrong-state     wrong-state     wrong-state     wrong-state     wrong-state     wrong-state     wrong-state     wrong-state     vacancy-closed vacancy-closed wrong-state
        request.file      +               +               +               +               +               +               +               +               card-closed    card-closed    +
        request.answer    not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found      not-found      not-found
        request.withdraw  not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found      not-found      not-found
        standby.post      +               +               +               +               +               +               +               +               card-closed    card-closed    +
        standby.withdraw  not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found      not-found      not-found
        standby.call      not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found      not-found      not-found
        offer.propose     +               exists          exists          exists          exists          exists          exists          exists          card-closed    card-closed    +
        offer.ask         +               exists          exists          exists          exists          exists          exists          exists          not-found      not-found      +
        offer.open        unsupported     unsupported     unsupported     unsupported     unsupported     unsupported     unsupported     unsupported     card-closed    card-closed    unsupported
        offer.person      not-found       unsupported     unsupported     unsupported     unsupported     unsupported     wrong-state     wrong-state     wrong-state    wrong-state    wrong-state
        offer.check       not-found       +               +               +               +               +               wrong-state     wrong-state     wrong-state    wrong-state    wrong-state
        offer.agree       not-found       +               +               already-done    already-done    already-done    wrong-state     wrong-state     wrong-state    wrong-state    wrong-state
        offer.counter     not-found       +               +               +               +               +               wrong-state     wrong-state     wrong-state    wrong-state    wrong-state
        offer.refuse      not-found       +               already-done    +               +               +               wrong-state     wrong-state     wrong-state    wrong-state    wrong-state
        offer.withdraw    not-found       +               +               +               +               +               wrong-state     wrong-state     wrong-state    wrong-state    wrong-state
        offer.decide      not-found       wrong-state     +               wrong-state     wrong-state     wrong-state     wrong-state     wrong-state     wrong-state    wrong-state    wrong-state
        offer.disclose    not-found       wrong-state     wrong-state     +               +               +               +               +               +              +              wrong-state
        offer.move        not-found       already-done    already-done    already-done    already-done    already-done    wrong-state     wrong-state     wrong-state    wrong-state    wrong-state
        package.open      not-found       not-found       not-found       not-found       not-found       not-found       wrong-state     wrong-state     wrong-state    wrong-state    wrong-state
        package.decide    not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found      not-found      not-found
        package.withdraw  not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found      not-found      not-found
        document.issue    incomplete      incomplete      incomplete      incomplete      +               incomplete      incomplete      incomplete      incomplete     incomplete     incomplete
        training.require  not-found       +               +               +               +               +               +               +               wrong-state    wrong-state    wrong-state
        training.confirm  not-found       +               +               +               +               +               +               already-done    already-done   already-done   already-done
        transfer.brief    not-found       not-found       not-found       not-found       not-found       not-found       +               already-done    wrong-state    wrong-state    not-found
        transfer.handover not-found       not-found       not-found       not-found       not-found       not-found       +               already-done    wrong-state    wrong-state    not-found
        transfer.step     not-found       not-found       not-found       not-found       not-found       not-found       wrong-state     wrong-state     +              +              not-found
        transfer.start    not-found       not-found       not-found       not-found       not-found       not-found       gates-open      +               wrong-state    wrong-state    not-found
        transfer.extend   not-found       not-found       not-found       not-found       not-found       not-found       wrong-state     wrong-state     wrong-state    wrong-state    not-found
        transfer.recall   not-found       not-found       not-found       not-found       not-found       not-found       wrong-state     wrong-state     wrong-state    wrong-state    not-found
        transfer.note     not-found       not-found       not-found       not-found       not-found       not-found       wrong-state     wrong-state     wrong-state    wrong-state    not-found
        transfer.object   not-found       not-found       not-found       not-found       not-found       not-found       +               +               +              +              not-found
        transfer.decide   not-found       not-found       not-found       not-found       not-found       not-found       wrong-state     wrong-state     wrong-state    wrong-state    not-found
        transfer.cancel   not-found       not-found       not-found       not-found       not-found       not-found       +               +               wrong-state    wrong-state    not-found
        transfer.file     not-found       not-found       not-found       not-found       not-found       not-found       wrong-state     wrong-state     +              wrong-state    not-found
        transfer.receive  not-found       not-found       not-found       not-found       not-found       not-found       wrong-state     wrong-state     wrong-state    wrong-state    not-found
        round.open        +               +               +               +               +               +               +               +               +              +              +
        round.list        not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found      not-found      not-found
        round.freeze      not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found      not-found      not-found
        round.change      not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found      not-found      not-found
        round.undo        not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found      not-found      not-found
        round.close       not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found      not-found      not-found
        conflict.resolve  +               +               +               +               +               +               +               +               vacancy-closed vacancy-closed +
        behalf.record     not-found       +               +               already-done    already-done    already-done    wrong-state     wrong-state     wrong-state    wrong-state    wrong-state
        proposal.confirm  not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found      not-found      not-found
        proposal.refuse   not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found       not-found      not-found      not-found
        """

    private func rows() -> [[String]] {
        Self.table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    }

    @Test func theTableNamesEveryKindAndEveryPoint() throws {
        let rows = rows()
        #expect(rows.first?.dropFirst().map { $0 } == Stage.Point.allCases.map(\.rawValue))
        #expect(rows.dropFirst().map { $0[0] } == OperationKind.allCases.map(\.rawValue))
        #expect(rows.allSatisfy { $0.count == Stage.Point.allCases.count + 1 })
        #expect(Set(Offer.Label.allCases.map(\.rawValue)).isSubset(of: Set(Stage.Point.allCases.map(\.rawValue))))
    }

    @Test(arguments: Stage.Point.allCases)
    func everyOperationEndsAsTheTableSays(point: Stage.Point) throws {
        let stage = try Stage(point)
        if let label = Offer.Label(rawValue: point.rawValue) {
            #expect(try stage.town.label(stage.offer) == label)
        }
        let column = try #require(Stage.Point.allCases.firstIndex(of: point)) + 1
        for kind in OperationKind.allCases {
            let expected = rows().first { $0.first == kind.rawValue }
            let cell = try #require(expected?.indices.contains(column) == true ? expected?[column] : nil)
            let outcome = try stage.outcome(of: kind)
            let found = outcome.kind == .accepted ? "+" : outcome.code?.rawValue ?? outcome.kind.rawValue
            #expect(found == cell, "\(kind.rawValue) when \(point.rawValue): \(outcome.said)")
        }
    }
}
