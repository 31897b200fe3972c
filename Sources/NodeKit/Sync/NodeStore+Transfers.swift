import GRDB
import Negotiation

extension NodeStore {
    /// Started transfers of this agency that its staff tables have not followed: a person has to look at the staff data.
    ///
    /// Empty at a node that is no registry. Throws ``NodeFailure``.
    public func unresolvedTransfers() throws -> [RecordID] {
        guard identity.isRegistry else { return [] }
        return try read { database in
            try startedTransfers(database).filter { transfer in
                guard try TransferEffects.isDone("start", transfer.id, in: database) else { return true }
                return try awaitsArrival(transfer)
                    && !TransferEffects.isDone("receive", transfer.id, in: database)
            }.map(\.id)
        }
    }

    /// Tries what ``unresolvedTransfers()`` lists again, after the staff data was corrected, and records what follows.
    ///
    /// Returns how many drafts were recorded. Throws ``NodeFailure`` and `StaffError`; then nothing changed.
    @discardableResult
    public func retryTransfers(at stamp: Stamp = .now()) throws -> Int {
        guard identity.isRegistry else { return 0 }
        let transfers = RegistryTransfers(identity, clock: { stamp })
        return try write { database in
            let page = try RegistryTransfers.Page(database)
            let drafts = try startedTransfers(database).flatMap { try transfers.apply($0, page) }
            for draft in drafts {
                try Outbox(database).append(draft)
            }
            return drafts.count
        }
    }

    /// This agency's started transfers on which something may still be open here. One inside the agency has ended for the
    /// others with its start.
    /// The personnel file of a started transfer once more, sealed anew and not recorded yet; nil when this registry is not its
    /// home or the person is not known.
    ///
    /// For a file that the receiver found incomplete, after the staff data was corrected. Throws ``NodeFailure``.
    public func fileDraft(for transfer: Transfer, at stamp: Stamp = .now()) throws -> Draft? {
        guard identity.isRegistry, transfer.home == identity.agency else { return nil }
        let transfers = RegistryTransfers(identity, clock: { stamp })
        return try read { database in
            let page = try RegistryTransfers.Page(database)
            guard let nip = try TransferEffects.person(of: transfer.id, in: database),
                let started = StartedTransfer(
                    transfer, vacancy: try page.view(transfer.vacancy, Vacancy.init),
                    document: try page.view(transfer.document, Document.init))
            else { return nil }
            return try transfers.sendFile(of: nip, started, page)
        }
    }

    private func startedTransfers(_ database: Database) throws -> [Transfer] {
        try ReplicaReader(database).records(linked: .kind(.transfer)).compactMap { try? Transfer($0) }
            .filter { transfer in
                transfer.started != nil && [transfer.home, transfer.receiving].contains(identity.agency)
                    && (transfer.ended == nil || transfer.home == transfer.receiving)
            }
    }

    private func awaitsArrival(_ transfer: Transfer) -> Bool {
        transfer.receiving == identity.agency && transfer.home != identity.agency && transfer.effect == .definitive
            && transfer.fileAttachment != nil && transfer.received == nil
    }
}
