import StrictJSON

@testable import Negotiation

/// Second persons: what waits for one is confirmed or refused.
extension Walk {
    /// Kinds of which some policies of a walk ask for two persons: of the desk, of any node, of a registry, one that makes its
    /// record, and edits.
    static let twoPersons = [
        "offer.decide", "offer.withdraw", "offer.ask", "vacancy.edit", "card.close", "transfer.start",
        "transfer.cancel",
        "behalf.record",
    ]

    /// The same by letter, of the last days, recorded at the desk.
    mutating func write(_ move: inout Move) throws {
        let agency = String(move.author.prefix { $0 != "/" })
        guard !move.isSecret, agency != "bkd", OperationKind(rawValue: move.kind)?.isAgencysOwn == true else { return }
        let date = try date(-dice.roll(4))
        move.body = Town.behalf(agency, move.kind, move.body, date: date, number: "\(decisions.count)")
        move.kind = OperationKind.behalfRecord.rawValue
        move.author = "bkd"
    }

    mutating func proposalMove() throws -> Move? {
        guard let proposal = dice.pick(picture.proposals.all.filter({ $0.ended == nil })) else { return nil }
        let desk = "bkd"
        if dice.happens(20) {
            let author = dice.happens(30) ? desk : node(proposal.agency)
            return Move(author, .proposalRefuse, on: proposal.id, #"{"reason":\#(Self.attachment)}"#)
        }
        if dice.happens(30), proposal.agency.text != desk {
            let letter = #"{"number":"1","date":"2026-06-01","signer":"Kepala","standing":"definitif"}"#
            return Move(desk, .proposalConfirm, on: proposal.id, #"{"letter":\#(letter),"scan":\#(Self.attachment)}"#)
        }
        var move = Move(node(proposal.agency), .proposalConfirm, on: proposal.id, "{}")
        move.actor = "kepala"
        return move
    }
}
