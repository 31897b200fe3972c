import Negotiation
import NodeKit
import Personnel
import SyncProtocol

/// Offers that go together: opened by whoever is a party of each or by the desk, taken back, and decided once they stopped.
extension Operator {
    mutating func packageMove() throws -> Move? {
        let open = try reader.records(linked: .open(.package)).compactMap { try? Package($0) }
        if dice.chance(perMille: 500), let package = pick(open) {
            if package.agency == agency, package.stopped != nil || dice.chance(perMille: 50) {
                return Move(.packageWithdraw, on: package.id, "{}")
            }
            guard isDesk, package.stopped != nil || dice.chance(perMille: 50) else { return nil }
            let how = dice.pick(["split", "close", "replan"])
            let reason = reason()
            return Move(
                .packageDecide, on: package.id, #"{"how":"\#(how)","reason":\#(reason.json)}"#,
                attachments: [reason.attachment])
        }
        var members: [Offer] = []
        for offer in try reader.records(linked: .open(.offer)).compactMap({ try? Offer($0) })
        where offer.package == nil && offer.hold == nil && members.count < 3 {
            let isMine = isDesk || !offer.sides(of: agency).isEmpty
            guard isMine, dice.chance(perMille: 600),
                !members.contains(where: {
                    $0.card == offer.card || $0.vacancy == offer.vacancy || (!isDesk && $0.route != offer.route)
                })
            else { continue }
            members.append(offer)
        }
        guard members.count > 1 else { return nil }
        let ids = members.map { "\"\($0.id)\"" }.joined(separator: ",")
        return Move(.packageOpen, #"{"package":{"offers":[\#(ids)]}}"#)
    }

    /// The group of a vacancy that says which of the agency's own people leaves the seat.
    mutating func freed() throws -> String {
        guard dice.chance(perMille: 200) else { return "" }
        let own = try reader.records(linked: .open(.card)).compactMap { try? Card($0) }
            .filter { $0.agency == agency && !Self.isKept($0.id) }
        return pick(own).map { #","freed":{"by":"\#($0.id)"}"# } ?? ""
    }
}
