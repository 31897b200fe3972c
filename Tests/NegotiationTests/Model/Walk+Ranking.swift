import StrictJSON
import Testing

@testable import Negotiation

extension Walk {
    /// Somebody ranks what waits for a vacancy; now and then an offer is left out, or it is not yet time.
    mutating func rankingMove() throws -> Move? {
        let today = try today()
        let waiting = picture.offers.all.filter { $0.isOpen && $0.hold?.state == .waiting }
        let vacancies = picture.vacancies.all.filter { vacancy in
            vacancy.ended == nil && vacancy.mode != "first" && waiting.contains { $0.vacancy == vacancy.id }
        }
        let due = vacancies.filter { $0.isRankable(on: today) }
        guard let vacancy = dice.pick(dice.happens(90) ? due : vacancies) else { return nil }
        var order: [String] = []
        var passedOver: [String] = []
        for offer in waiting.filter({ $0.vacancy == vacancy.id }) {
            switch dice.roll(20) {
            case 0: continue
            case 1..<6: passedOver.append(#"{"offer":"\#(offer.id)","reason":\#(Self.attachment)}"#)
            default: order.insert("\"\(offer.id)\"", at: dice.happens(50) ? 0 : order.count)
            }
        }
        let route = picture.policies.all.last?.route(vacancy.route)
        let author = vacancy.ranker(route) == .desk ? "bkd" : node(vacancy.agency)
        return Move(
            author, .vacancyRank, on: vacancy.id,
            #"{"order":[\#(order.joined(separator: ","))],"passedOver":[\#(passedOver.joined(separator: ","))]}"#)
    }
}
