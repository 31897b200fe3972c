import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// A region in memory: each act is decided by the reducer and its effects are folded, as the coordinator does.
struct Town {
    static let agencies = ["bkd", "dukcapil", "perizinan", "pasar", "sosial"]
    /// Who acts where no other person is named.
    static let actor = "petugas"

    var state = Overlay(EmptyReader())
    var position = 0
    var reach: [AgencyCode: Int] = [:]
    private var made = 0
    /// Codes of the routes and documents of the policy in force.
    var move = PolicyText.move
    var loan = PolicyText.loan
    var board = "dewan"
    var head = "kepala"
    var decree = "sk"
    var letter = "surat"
    /// The route on which both agencies are only heard.
    var heard: String { move + "-dua" }
    /// The route that only the desk opens and that no agency sees before the decree.
    var hidden: String { move + "-tertutup" }
    /// The route behind which the person's own request stands; the desk may open it too.
    var wish: String { move + "-mohon" }
    /// The secondment about which the person is heard.
    var far: String { loan + "-jauh" }

    /// A region with five agencies, a registry each, the second with one more node; the policy; 1 June 2026.
    init(policy: String = PolicyText.policy()) throws {
        _ = try act(
            "coordinator", "region.found",
            #"{"region":{"code":"kota","name":"Kota","zone":"Asia/Jakarta","trial":true,"bkd":"bkd","language":"id","day":"2026-06-01"}}"#
        )
        for agency in Self.agencies {
            _ = try act(
                agency == "bkd" ? "coordinator" : "bkd", "agency.add",
                #"{"agency":{"code":"\#(agency)","name":{"id":"Dinas \#(agency)","en":"\#(agency) office"}}}"#)
            let enrolled = try act("coordinator", "node.enroll", try node(agency, agency: agency), on: try id(99))
            try #require(enrolled.kind == .accepted)
        }
        let applied = try act("bkd", "policy.apply", #"{"policy":\#(policy)}"#)
        try #require(applied.kind == .accepted)
    }

    // MARK: Acting

    mutating func act(
        _ author: String, _ kind: String, _ body: String, on record: RecordID? = nil, actor: String = Self.actor
    ) throws -> Outcome {
        try decide(author, kind, body, on: record, actor: actor).outcome
    }

    /// Decides one operation and folds what it did. `author` is an agency, `agency/second` or `coordinator`.
    mutating func decide(
        _ author: String, _ kind: String, _ body: String, on record: RecordID? = nil, actor: String = Self.actor
    ) throws -> Decision {
        let operation = try operation(kind, body, on: record, actor: actor)
        let decision = try Reducer.decide(operation, in: try context(author), reading: state)
        position += 1
        state.apply(decision.effects)
        return decision
    }

    mutating func operation(
        _ kind: String, _ body: String, on record: RecordID? = nil, actor: String = Self.actor
    ) throws -> Operation {
        made += 1
        let id = try #require(OperationID(bytes: try id(made).bytes))
        return try Operation(
            parsing: Operation.encode(
                id: id, actor: actor, recordedAt: "2026-06-01T08:00:00+07:00", kind: kind,
                record: record ?? RecordID(id), body: JSONValue(try JSON(parsing: body))))
    }

    /// The record that the last operation made.
    var last: RecordID {
        get throws { try id(made) }
    }

    func context(_ author: String) throws -> DecisionContext {
        let parts = author.split(separator: "/").map(String.init)
        let isCoordinator = author == "coordinator"
        let agency = try #require(AgencyCode(isCoordinator ? "bkd" : parts[0]))
        return DecisionContext(
            position: position + 1,
            author: Author(agency: agency, node: try Self.nodeID(author), isCoordinator: isCoordinator),
            reach: reach, derivedID: Self.derivedID)
    }

    // MARK: Looking

    func record(_ id: RecordID) throws -> Record {
        try #require(try state.record(id))
    }

    func offer(_ id: RecordID) throws -> Offer { try Offer(try record(id)) }
    func vacancy(_ id: RecordID) throws -> Vacancy { try Vacancy(try record(id)) }
    func card(_ id: RecordID) throws -> Card { try Card(try record(id)) }
    func transfer(_ id: RecordID) throws -> Transfer { try Transfer(try record(id)) }

    func label(_ id: RecordID) throws -> Offer.Label {
        let offer = try offer(id)
        let policy = try Policy(try record(offer.policy))
        return offer.label(try #require(policy.route(offer.route)))
    }

    func records(_ kind: RecordKind) throws -> [Record] {
        try state.records(linked: .kind(kind))
    }

    var region: RecordID {
        get throws { try #require(try records(.region).first).id }
    }

    // MARK: Names

    func id(_ number: Int) throws -> RecordID {
        let bytes = [UInt8](repeating: 0, count: 12) + [0, 0, UInt8(number / 256), UInt8(number % 256)]
        return try #require(RecordID(bytes: bytes))
    }

    static func nodeID(_ name: String) throws -> NodeID {
        var bytes = Array(name.utf8.prefix(16))
        bytes += [UInt8](repeating: 0, count: 16 - bytes.count)
        return try #require(NodeID(bytes: bytes))
    }

    func node(_ name: String, agency: String) throws -> String {
        let id = try Self.nodeID(name).text
        return #"{"agency":"\#(agency)","node":"\#(id)","instance":"\#(id)","key":"k-\#(name)","box":"b-\#(name)"}"#
    }

    @Sendable static func derivedID(_ agency: AgencyCode, _ operation: OperationID, _ number: Int) -> RecordID {
        var bytes = operation.bytes
        bytes[0] = 0x80
        bytes[1] = UInt8(truncatingIfNeeded: number)
        return RecordID(bytes: bytes) ?? RecordID(operation)
    }
}
