import StrictJSON
import Testing

@testable import Negotiation

/// One offer at one point of its life, with everything around it that an operation can be about.
///
/// The receiver asks for the card, home is heard; training in `layanan` is required, an invitation is open, and two
/// machines of the receiver disagree about the vacancy's need.
struct Stage {
    /// Where the offer stands: its labels, and past the decree its transfer's states.
    enum Point: String, CaseIterable {
        case none, proposed, contested, waiting, held, approved, decreed, ready, started, received, closed
    }

    private(set) var town: Town
    let card: RecordID
    let vacancy: RecordID
    private(set) var offer: RecordID
    private(set) var training: RecordID
    private(set) var transfer: RecordID
    let invitation: RecordID
    let conflict: RecordID

    init(_ point: Point) throws {
        town = try Town()
        card = try town.post("dukcapil", person: 1)
        vacancy = try town.open("perizinan", town.move)
        let code = String(repeating: "a", count: 64)
        let invited =
            #"{"invitation":{"agency":"pasar","registry":false,"codeHash":"\#(code)","expiresAt":"2026-06-02T00:00:00Z"}}"#
        try town.expect(try town.act("bkd", "node.invite", invited))
        invitation = try town.last
        for need in [8, 7] {
            _ = try town.editing(
                "perizinan", vacancy, "need", was: #"{"need":9,"holders":3}"#, now: #"{"need":\#(need),"holders":3}"#)
        }
        conflict = try #require(try town.conflicts().first).id
        let missing = try town.id(9999)
        (offer, training, transfer) = (missing, missing, missing)
        try reach(point)
    }

    /// Decides the operation on a copy of the town.
    func outcome(of kind: OperationKind) throws -> Outcome {
        var town = self.town
        let (author, record, body) = try act(kind)
        return try town.act(author, kind.rawValue, body, on: record)
    }

    private mutating func reach(_ point: Point) throws {
        guard point != .none else { return }
        if point == .waiting {
            let first = try town.ask("perizinan", try town.post("dukcapil", person: 2), vacancy)
            try town.expect(try town.agreeing("dukcapil", first))
        }
        offer = try town.ask("perizinan", card, vacancy)
        try town.expect(try town.act("perizinan", "training.require", requirement("layanan")))
        training = try town.last
        switch point {
        case .none, .proposed: return
        case .contested: try town.expect(try town.refusing("dukcapil", offer))
        case .closed: try town.withdrawing("perizinan", offer)
        default: try town.expect(try town.agreeing("dukcapil", offer))
        }
        guard [.approved, .decreed, .ready, .started, .received].contains(point) else { return }
        try town.expect(try town.issuing(town.board, [offer]))
        try town.expect(try town.issuing(town.head, [offer]))
        guard point != .approved else { return }
        try town.expect(try town.issuing(town.decree, [offer]))
        transfer = try #require(try town.offer(offer).decreed).transfer
        try town.day("2026-07-01")
        guard point != .decreed else { return }
        try town.expect(try town.act("sosial", "training.confirm", #"{"hours":20,"date":"2026-06-28"}"#, on: training))
        try town.expect(try town.step("perizinan", "transfer.brief", transfer, date: "2026-06-20"))
        try town.expect(try town.step("dukcapil", "transfer.handover", transfer, date: "2026-06-20"))
        guard point != .ready else { return }
        try town.expect(try town.starting("perizinan", transfer, date: "2026-07-01"))
        guard point != .started else { return }
        for kind in [OperationKind.transferFile, .transferReceive] {
            let (author, record, body) = try act(kind)
            try town.expect(try town.act(author, kind.rawValue, body, on: record))
        }
    }

    private func requirement(_ competence: String) -> String {
        #"{"training":{"offer":"\#(offer)","competence":"\#(competence)","level":3,"hours":20,"provider":"sosial"}}"#
    }
}
