import Negotiation
import StrictJSON
import Terminal
import Testing

/// A small region in memory whose records the reducer itself made.
struct Village {
    private var state = Overlay(EmptyReader())
    private var position = 0
    private var made = 0

    /// Two agencies and the desk, a policy, an opened card at `dukcapil`, a vacancy at `dinkes`; 1 June 2026.
    init() throws {
        try act(
            "coordinator", "region.found",
            #"{"region":{"code":"kota","name":"Kota","zone":"Asia/Jakarta","trial":true,"bkd":"bkd","language":"id","day":"2026-06-01"}}"#
        )
        for (code, id, en) in [
            ("bkd", "Badan Kepegawaian", "Personnel Agency"), ("dukcapil", "Dinas Dukcapil", "Civil Registry"),
            ("dinkes", "Dinas Kesehatan", "Health Agency"),
        ] {
            let author = code == "bkd" ? "coordinator" : "bkd"
            try act(author, "agency.add", #"{"agency":{"code":"\#(code)","name":{"id":"\#(id)","en":"\#(en)"}}}"#)
            let node = try Self.node(code).text
            try act(
                "coordinator", "node.enroll",
                #"{"agency":"\#(code)","node":"\#(node)","instance":"\#(node)","key":"k","box":"b"}"#)
        }
        try act("bkd", "policy.apply", #"{"policy":\#(Self.policy)}"#)
        try act("dukcapil", "card.post", #"{"person":"\#(String(repeating: "a", count: 64))","card":\#(Self.card)}"#)
        try act("dukcapil", "card.open", "{}", on: try last(.card))
        try act("dinkes", "vacancy.open", #"{"vacancy":\#(Self.vacancy)}"#)
    }

    /// Decides an operation that must be accepted, and folds it.
    mutating func act(
        _ author: String, _ kind: String, _ body: String, on record: RecordID? = nil, actor: String = "Sri"
    ) throws {
        let outcome = try decide(author, kind, body, on: record, actor: actor)
        try #require(outcome.kind == .accepted, "\(kind): \(outcome.json.encodedText)")
    }

    mutating func decide(
        _ author: String, _ kind: String, _ body: String, on record: RecordID? = nil, actor: String = "Sri"
    ) throws -> Outcome {
        made += 1
        let id = try Self.id(made)
        let operation = try Operation(
            parsing: Operation.encode(
                id: id, actor: actor, recordedAt: "2026-06-01T08:00:00+07:00", kind: kind,
                record: record ?? RecordID(id), body: JSONValue(try JSON(parsing: body))))
        position += 1
        let isCoordinator = author == "coordinator"
        let agency = try #require(AgencyCode(isCoordinator ? "bkd" : author))
        let context = DecisionContext(
            position: position,
            author: Author(agency: agency, node: try Self.node(author), isCoordinator: isCoordinator),
            derivedID: { _, operation, number in
                RecordID(bytes: operation.bytes.dropLast() + [UInt8(truncatingIfNeeded: 128 + number)])
                    ?? RecordID(operation)
            })
        let decision = try Reducer.decide(operation, in: context, reading: state)
        state.apply(decision.effects)
        return decision.outcome
    }

    /// The newest record of a kind.
    func last(_ kind: RecordKind) throws -> RecordID {
        try #require(try state.records(linked: .kind(kind)).last).id
    }

    /// What an agency reads at its node.
    func presenter(_ agency: String, _ language: Language = .indonesian) throws -> Presenter {
        let own = try #require(AgencyCode(agency))
        let visible = state.records.filter { $0.audience.includes(own) }.sorted { $0.created < $1.created }
        return Presenter(VisibleRecords(visible), own: own, language: language)
    }

    func todo(_ agency: String) throws -> Todo {
        let presenter = try presenter(agency)
        return Todo(presenter.records, own: presenter.own)
    }

    func offer() throws -> Offer {
        try Offer(try #require(try state.record(try last(.offer))))
    }

    private static func id(_ number: Int) throws -> OperationID {
        let byte = UInt8(truncatingIfNeeded: number)
        return try #require(
            OperationID(bytes: [UInt8](repeating: 1, count: 12) + [byte, byte &* 37, byte &* 73, byte &* 5]))
    }

    private static func node(_ name: String) throws -> NodeID {
        let bytes = Array(name.utf8.prefix(16))
        return try #require(NodeID(bytes: bytes + [UInt8](repeating: 0, count: 16 - bytes.count)))
    }
}
