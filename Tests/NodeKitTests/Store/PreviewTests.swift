import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Testing

@Suite struct PreviewTests {
    let coordinator = ScriptedCoordinator()

    /// A store that knows its region and its own agency.
    private func store() throws -> NodeStore {
        let store = try Sample.store(coordinator)
        let identity = store.identity
        let (regionID, agencyID): (RecordID, RecordID) = (try Sample.id(50), try Sample.id(51))
        let region: JSONValue = .object([
            ("code", .string(Sample.region)), ("name", "Kota Uji"), ("zone", "Asia/Makassar"), ("trial", true),
            ("bkd", "bkd"), ("language", "id"), ("day", "2026-03-02"),
        ])
        let node: JSONValue = .object([
            ("node", .string(identity.node.text)), ("instance", .string(identity.instance.text)),
            ("key", .string(Base64URL.encode(identity.signing.publicKey.bytes))),
            ("box", .string(Base64URL.encode(identity.box.publicKey))), ("registry", true),
        ])
        let agency: JSONValue = .object([
            ("code", .string(identity.agency.text)), ("name", .object([("id", "Capil"), ("en", "Registry")])),
            ("nodes", .array([node])),
        ])
        coordinator.with { state in
            state.head = 2
            state.records[regionID] = .init(kind: .region, revision: 1, body: region.encoded, position: 1)
            state.records[agencyID] = .init(kind: .agency, revision: 1, body: agency.encoded, position: 2)
        }
        _ = try store.exchange(coordinator)
        return store
    }

    private func card(person: Character) throws -> Draft {
        try Draft.make(
            .cardPost,
            body: .object([
                ("person", .string(String(repeating: person, count: 64))),
                ("card", .object([("service", .object([("grade", "III/b")]))])),
            ]), actor: "Sri")
    }

    @Test func aPreviewSeesTheReplicaAndWhatWaitsBeforeIt() throws {
        let store = try store()
        let first = try card(person: "a")
        #expect(try store.preview(first)?.outcome.kind == .accepted)
        try store.record(first)
        let again = try store.preview(try card(person: "a"))
        #expect(again?.outcome.code == .personHasCard)
        #expect(try store.preview(try card(person: "b"))?.outcome.kind == .accepted)
    }

    @Test func aPreviewDecidesNothing() throws {
        let store = try store()
        let draft = try card(person: "a")
        try store.record(draft)
        let before = try Sample.dump(store)
        let previews = try store.previews()
        #expect(previews.map(\.entry.state) == [.draft])
        #expect(previews.map(\.decision?.outcome.kind) == [.accepted])
        #expect(try store.record(draft.operation.record) == nil)
        #expect(try Sample.dump(store) == before)
    }

    @Test func aDraftThatIsNotOursIsSeenAsRefused() throws {
        let store = try store()
        let draft = try Draft.make(.dayAdvance, body: .object([("to", "2026-03-03")]), actor: "Sri")
        #expect(try store.preview(draft)?.outcome.code == .notAllowed)
    }

    @Test func beforeTheFirstCompleteSyncNothingCanBeTold() throws {
        let store = try Sample.store(coordinator)
        #expect(try store.preview(try card(person: "a")) == nil)
        #expect(try store.previewed(try card(person: "a")).unseen == .incomplete)
    }

    /// A package of this agency's offer and one between others: who does not hold that one cannot tell what would become of it.
    @Test func aRecordThatOnlyOthersHoldIsNamedByItsKind() throws {
        let store = try store()
        let own = store.identity.agency.text
        let (package, offer): (RecordID, RecordID) = (try Sample.id(60), try Sample.id(61))
        let (other, operation): (RecordID, OperationID) = (try Sample.id(62), try Sample.id(63))
        let body = try JSON(
            parsing: Array(
                #"{"state":"open","agency":"\#(own)","offers":["\#(offer)","\#(other)"],"said":{"position":1,"operation":"\#(operation)","actor":"Sri","value":{}}}"#
                    .utf8))
        coordinator.with { state in
            state.head = 3
            state.records[package] = .init(kind: .package, revision: 1, body: JSONValue(body).encoded, position: 3)
        }
        _ = try store.exchange(coordinator)
        let draft = try Draft.make(.packageWithdraw, record: package, body: .object([]), actor: "Sri")
        let previewed = try store.previewed(draft)
        #expect(previewed.decision == nil)
        #expect(previewed.unseen == .missing(.offer))
        #expect(try store.previewed(try card(person: "a")).unseen == nil)
    }
}
