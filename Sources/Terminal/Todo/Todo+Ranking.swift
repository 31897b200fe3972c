import Negotiation
import Personnel

/// Rankings: offers that were agreed and wait to be put into an order.
extension Todo {
    func ranking(of vacancy: Vacancy) -> TodoLine? {
        guard let desk, let today = records.today, vacancy.ended == nil,
            let ranker = vacancy.ranker(records.currentRoute(vacancy.route)), vacancy.isRankable(on: today)
        else { return nil }
        let waiting = records.offers.filter { offer in
            offer.vacancy == vacancy.id && offer.isOpen && offer.hold?.state == .waiting
        }
        guard waiting.contains(where: { $0.ranked?.place == nil }) else { return nil }
        let who = ranker == .desk ? desk : vacancy.agency
        let order = waiting.map { " --order \(records.shown($0.id))" }.joined()
        return TodoLine(
            .rankOffers, vacancy.id, who: who, subject: vacancy.mode,
            command: "\(program(who)) vacancy rank \(records.shown(vacancy.id))\(order)")
    }
}

extension VisibleRecords {
    /// The policy that counts today.
    var currentPolicy: Policy? {
        today.flatMap { day in policies.last { $0.from <= day } }
    }

    /// The route of a code in it.
    func currentRoute(_ code: String) -> Route? { currentPolicy?.route(code) }
}
