import GRDB
import Negotiation
import Personnel

extension NodeStore {
    /// What decrees of this agency's transfers say about who serves where on a day, before the rows have moved.
    ///
    /// A decree that the appointing authority suspended for an objection moves nobody. Empty at a node that is no registry.
    /// Throws ``NodeFailure``.
    public func movements(on day: CivilDate) throws -> Movements {
        guard identity.isRegistry else { return .none }
        return try read { database in
            let page = try RegistryTransfers.Page(database)
            var movements = Movements(agency: identity.agency)
            for record in try page.reader.records(linked: .open(.transfer)) {
                guard let transfer = try? Transfer(record),
                    [transfer.home, transfer.receiving].contains(identity.agency)
                else { continue }
                let part = transfer.effect == .second ? try page.view(transfer.offer, Offer.init)?.terms.partTime : nil
                if transfer.started != nil, let part {
                    movements.parts[transfer.id] = part
                }
                guard try counts(transfer, on: day, page) else { continue }
                movements.moves.append(try move(transfer, part: part ?? 100, page))
            }
            movements.moves.sort { ($0.start, $0.transfer) < ($1.start, $1.transfer) }
            return movements
        }
    }

    /// Whether the person counts at the receiver although no row says so yet.
    private func counts(_ transfer: Transfer, on day: CivilDate, _ page: RegistryTransfers.Page) throws -> Bool {
        if transfer.started != nil {
            guard transfer.effect == .definitive, transfer.receiving == identity.agency,
                transfer.home != identity.agency
            else { return false }
            return try !TransferEffects.isDone("receive", transfer.id, in: page.database)
        }
        return transfer.start <= day && !transfer.isSuspended && transfer.returns.map { day < $0 } ?? true
    }

    private func move(_ transfer: Transfer, part: Int, _ page: RegistryTransfers.Page) throws -> Movements.Move {
        let isHome = transfer.home == identity.agency
        let own = isHome ? try StaffReader(page.database).person(ofCard: transfer.card) : nil
        let profile = isHome ? nil : try page.disclosedProfile(of: transfer.offer)
        return Movements.Move(
            transfer: transfer.id, home: transfer.home, receiving: transfer.receiving, nip: own ?? profile?.nip,
            name: try own.flatMap { try StaffReader(page.database).person($0)?.name } ?? profile?.name,
            effect: transfer.effect, place: StartedTransfer.Place(try page.view(transfer.vacancy, Vacancy.init)),
            start: transfer.startDate ?? transfer.start, part: part, hasStarted: transfer.started != nil)
    }
}
