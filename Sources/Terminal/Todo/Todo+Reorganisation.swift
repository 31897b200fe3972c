import Negotiation
import Personnel

/// The people of a reorganisation are handled together: one line for all of them where a line each would say the same.
extension Todo {
    public func lines(of act: Reorganisation) -> [TodoLine] {
        switch act.state {
        case .planned: return announced(act)
        case .stopped: return stopped(act)
        case .withdrawn: return []
        case .applied: break
        }
        let opened = Set(act.opened)
        let offers = records.offers.filter { opened.contains($0.vacancy) }
        return proposals(act, offers) + documents(act, offers.filter(\.isOpen)) + starts(act, opened)
    }

    /// Every agency that gives or takes a unit, ends or is renamed hears of it before its day.
    private func announced(_ act: Reorganisation) -> [TodoLine] {
        let named = act.units.flatMap { [$0.from, $0.to] } + act.closes + act.renames.map(\.agency)
        return distinct(named + [desk].compactMap { $0 }).map { agency in
            TodoLine(
                .expectReorganisation, act.id, who: agency, until: act.from, subject: act.number,
                command: "\(program(agency)) reorganisation show \(records.shown(act.id))")
        }
    }

    /// Nothing of it was done: the desk records it anew under the same number, or takes it back.
    private func stopped(_ act: Reorganisation) -> [TodoLine] {
        let isRepeated = records.reorganisations.contains {
            $0.number == act.number && $0.position > act.position && $0.state != .withdrawn
        }
        guard let desk, !isRepeated else { return [] }
        return [
            TodoLine(
                .repeatReorganisation, act.id, who: desk, until: act.settled?.day, subject: act.number,
                command: "\(program(desk)) reorganisation show \(records.shown(act.id))")
        ]
    }

    /// Whether a vacancy, offer or transfer is one of a reorganisation, whose own lines tell of it.
    func isReorganised(_ vacancy: RecordID) -> Bool {
        records.vacancy(vacancy)?.reorganised != nil
    }

    /// The old agency proposes its people for seats for which nobody was proposed yet.
    private func proposals(_ act: Reorganisation, _ offers: [Offer]) -> [TodoLine] {
        let empty = act.opened.compactMap(records.vacancy).filter { vacancy in
            vacancy.ended == nil && !offers.contains { $0.vacancy == vacancy.id }
        }
        return distinct(empty.compactMap(\.reorganised?.from)).map { agency in
            TodoLine(
                .confirmPeople, act.id, who: agency, until: act.from, subject: act.number,
                command: "\(program(agency)) staff reorganise \(records.shown(act.id))")
        }
    }

    private func documents(_ act: Reorganisation, _ offers: [Offer]) -> [TodoLine] {
        guard let desk else { return [] }
        var codes: [(code: String, isLast: Bool)] = []
        for offer in offers where offer.isHolding {
            guard let route = records.route(offer) else { continue }
            let next = (code: offer.nextDocument(route), isLast: offer.isApproved(route))
            if !codes.contains(where: { $0.code == next.code }) {
                codes.append(next)
            }
        }
        return codes.map { next in
            TodoLine(
                next.isLast ? .issueDecree : .issueOpinion, act.id, who: desk, until: act.from, subject: next.code,
                command: "\(program(desk)) reorganisation document \(records.shown(act.id)) --type \(next.code)"
                    + " --number N --date D --signer S --standing S")
        }
    }

    private func starts(_ act: Reorganisation, _ opened: Set<RecordID>) -> [TodoLine] {
        let ready = records.transfers.filter { opened.contains($0.vacancy) && $0.state == .ready }
        return distinct(ready.map(\.receiving)).map { agency in
            TodoLine(
                .startTransfer, act.id, who: agency, until: ready.map(\.start).min(), subject: act.number,
                command: "\(program(agency)) reorganisation start \(records.shown(act.id)) --date D --number N")
        }
    }

    private func distinct(_ agencies: [AgencyCode]) -> [AgencyCode] {
        Set(agencies).sorted()
    }
}
