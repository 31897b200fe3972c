import Negotiation
import StrictJSON
import SyncProtocol
import Testing

/// The operations of `protocol/v1/vectors`, decided one after the other as a coordinator does.
@Suite struct OperationVectorTests {
    @Test func everyOperationEndsAsListed() throws {
        var state = Overlay(EmptyReader())
        for (index, vector) in try Vector.all("operations").enumerated() {
            let author = try vector.text("author")
            let isCoordinator = author == "coordinator"
            let agency = try #require(AgencyCode(isCoordinator ? "bkd" : author))
            let record = try state.records(linked: Link("agency", agency.text)).first
            let registry = try record.map { try Agency($0) }?.registry?.id
            let node = try #require(registry ?? NodeID(text: Samples.nodeText))
            let context = DecisionContext(
                position: index + 1, author: Author(agency: agency, node: node, isCoordinator: isCoordinator)
            ) { DerivedID.make(agency: $0, operation: $1, number: $2) }
            let operation = try Operation(parsing: try vector.bytes("operation"))
            let decision = try Reducer.decide(operation, in: context, reading: state)
            state.apply(decision.effects)
            let outcome = decision.outcome
            #expect(
                outcome.kind.rawValue == (try vector.text("outcome")),
                "\(vector.testDescription): \(outcome.json.encodedText)")
            #expect(outcome.code?.rawValue == vector.code, "\(vector.testDescription): \(outcome.json.encodedText)")
        }
    }

    @Test func everyKindHasAnAcceptedExample() throws {
        let accepted = try Vector.all("operations").filter(\.isValid).map {
            try Operation(parsing: try $0.bytes("operation")).kind
        }
        #expect(Set(accepted) == Set(OperationKind.allCases.map(\.rawValue)))
    }

    @Test func unknownMembersOfAVacancyKeepTheirBytes() throws {
        let vectors = try Vector.all("operations")
        let bytes = try #require(vectors.map { try $0.text("operation") }.first { $0.contains(#""shift":"#) })
        let operation = try Operation(parsing: Array(bytes.utf8))
        let group = try operation.body.requiredObject("vacancy").requiredObject("shift")
        #expect(group.text == #"{"hours":[7,15],"catatan":"siang é"}"#)
    }
}
