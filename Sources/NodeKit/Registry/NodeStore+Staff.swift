import GRDB
import Negotiation
import Personnel
import StrictJSON
import SyncProtocol

/// The staff side of a registry, in the same database as its replica and outbox.
extension NodeStore {
    /// The staff of this node's agency.
    public var staff: StaffStore {
        StaffStore(database: writer, agency: identity.agency)
    }

    /// The last day that came, nil before the first sync.
    public func day() throws -> CivilDate? {
        try today().flatMap(CivilDate.init(iso:))
    }

    /// Drafts what an import calls for: a card for each active civil servant, edits of cards that say something else, and
    /// the end of cards of those who are gone. One transaction; returns the drafts in order.
    ///
    /// What waits in the outbox counts as done, so a second import right after the first drafts nothing again. Throws
    /// ``NodeFailure``.
    public func draftCards(actor: String, on day: CivilDate, at stamp: Stamp = .now()) throws -> [Draft] {
        try draftCards(actor: actor, on: day, at: stamp) { _ in true }
    }

    /// Drafts the edit of one card where the staff data says something else by now, such as months that have passed. Throws
    /// ``NodeFailure``.
    public func refresh(card: RecordID, actor: String, on day: CivilDate, at stamp: Stamp = .now()) throws {
        _ = try draftCards(actor: actor, on: day, at: stamp) { planned in
            if case .edit(card, _) = planned { true } else { false }
        }
    }

    private func draftCards(
        actor: String, on day: CivilDate, at stamp: Stamp, where isMeant: (CardDraft) -> Bool
    ) throws -> [Draft] {
        try write { database in
            let preview = try Preview(afterPending: database, identity: identity)
            let outbox = Outbox(database)
            let cards = try preview.records(linked: .kind(.card)).compactMap { try? Card($0) }
            let plan = CardDrafts.plan(
                cards: cards.filter { $0.agency == identity.agency }, sheets: try StaffReader(database).sheets(),
                on: day
            ) { PersonTag.make(nip: $0.text, key: identity.tagKey) }
            return try plan.filter(isMeant).map { planned in
                let draft = try draft(planned, actor: actor, at: stamp)
                try outbox.record([draft])
                if case .post(let nip, _) = planned {
                    try TransferEffects.link(RecordID(draft.operation.id), to: nip, in: database)
                }
                return draft
            }
        }
    }

    /// Frees the persons of cards that the coordinator refused, so that the next import posts them again; of a person who has
    /// a live card elsewhere it drafts the report that the BKD settles.
    public func unlinkRefusedCards(_ outcomes: [OperationOutcome], at stamp: Stamp = .now()) throws {
        for outcome in outcomes where outcome.outcome.kind == .rejected {
            guard let entry = try entry(outcome.operation), entry.operation.kind == OperationKind.cardPost.rawValue
            else {
                continue
            }
            try staff.unlink(RecordID(outcome.operation))
            if outcome.outcome.code == .personHasCard, let person = entry.operation.body["person"]?.string {
                try contest(person, actor: entry.operation.actor, at: stamp)
            }
        }
    }

    private func contest(_ person: String, actor: String, at stamp: Stamp) throws {
        guard let region = try records(linked: .kind(.region)).first else { return }
        let body = JSONValue.object([("person", .string(person))])
        try record(Draft.make(.cardContest, record: region.id, body: body, actor: actor, at: stamp))
    }

    private func draft(_ planned: CardDraft, actor: String, at stamp: Stamp) throws -> Draft {
        switch planned {
        case .post(_, let body): try Draft.make(.cardPost, body: body, actor: actor, at: stamp)
        case .edit(let card, let body): try Draft.make(.cardEdit, record: card, body: body, actor: actor, at: stamp)
        case .close(let card, let body): try Draft.make(.cardClose, record: card, body: body, actor: actor, at: stamp)
        }
    }
}
