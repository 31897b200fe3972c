import Negotiation
import NodeKit
import Personnel
import SyncProtocol

/// What others have prepared and somebody has to end: proposals that want a second person, and offers that want an order.
extension Operator {
    mutating func waitingMove() throws -> Move? {
        try dice.chance(perMille: 500) ? secondPersonMove() : rankingMove()
    }

    /// The second person confirms or refuses; now and then the first one tries it.
    private mutating func secondPersonMove() throws -> Move? {
        let open = try reader.records(linked: .open(.proposal)).compactMap { try? Proposal($0) }
        guard let proposal = pick(open) else { return nil }
        let actor = dice.chance(perMille: 850) ? Self.second : Self.clerk
        if dice.chance(perMille: 150) {
            return Move(.proposalRefuse, on: proposal.id, "{}", actor: actor)
        }
        let letter = #"{"letter":{"number":"S-1","date":"\#(today.iso)","signer":"Kepala","standing":"definitif"}}"#
        let isOwn = proposal.agency == agency
        return Move(.proposalConfirm, on: proposal.id, isOwn ? "{}" : letter, actor: actor)
    }

    /// Whoever ranks puts what waits into an order; one in four is passed over, and now and then one is forgotten.
    private mutating func rankingMove() throws -> Move? {
        let waiting = try reader.records(linked: .open(.offer)).compactMap { try? Offer($0) }
            .filter { $0.hold?.state == .waiting }
        let vacancies = try reader.records(linked: .open(.vacancy)).compactMap { try? Vacancy($0) }.filter { vacancy in
            guard let (_, route) = try? route(vacancy.route) else { return false }
            let owner: Bool? = vacancy.ranker(route).map { $0 == .desk ? isDesk : vacancy.agency == agency }
            return owner == true && vacancy.isRankable(on: today) && waiting.contains { $0.vacancy == vacancy.id }
        }
        guard let vacancy = pick(vacancies) else { return nil }
        var order: [String] = []
        var passedOver: [String] = []
        var reasons: [Attachment] = []
        for offer in waiting where offer.vacancy == vacancy.id && !dice.chance(perMille: 50) {
            if dice.chance(perMille: 250) {
                let reason = reason()
                reasons.append(reason.attachment)
                passedOver.append(#"{"offer":"\#(offer.id)","reason":\#(reason.json)}"#)
            } else {
                order.insert("\"\(offer.id)\"", at: dice.below(order.count + 1))
            }
        }
        return Move(
            .vacancyRank, on: vacancy.id,
            #"{"order":[\#(order.joined(separator: ","))],"passedOver":[\#(passedOver.joined(separator: ","))]}"#,
            attachments: reasons)
    }
}
