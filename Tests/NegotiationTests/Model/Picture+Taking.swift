import StrictJSON

@testable import Negotiation

/// What must hold between a state and the next one.
extension Picture {
    /// Takes a decision in, and throws what is wrong with it.
    mutating func take(_ decision: Decision, of operation: Operation, by author: Author, at position: Int) throws {
        let records = decision.effects.compactMap { effect -> Record? in
            guard case .put(let record) = effect else { return nil }
            return record
        }
        switch decision.outcome.kind {
        case .rejected: try hold(decision.effects.isEmpty, "a refusal has effects")
        case .conflict: try hold(records.map(\.kind) == [.conflict], "a conflict changes something else")
        case .accepted, .merged: break
        }
        try hold((decision.outcome.code == nil) != [.rejected, .conflict].contains(decision.outcome.kind), "code")
        try hold(Set(records.map(\.id)).count == records.count, "a record is put twice")
        // Reading back costs most of all and depends on nothing: for some positions only.
        for effect in decision.effects where position % 8 == 0 {
            let copy = try Effect(reading: try JSON(parsing: effect.json.encoded))
            try hold(copy == effect, "an effect reads differently once written")
        }
        let before = excerpt(records.map(\.id))
        let author = try self.author(of: operation, author, records)
        try apply(decision.effects)
        let follows = records.contains { $0.kind == .reorganisation || hasNewHome($0.id, before) }
        for record in records {
            try check(record, after: before.records[record.id], at: position, mayFollow: follows)
            try before.checkWriter(of: record, now: self, author)
        }
    }

    /// Whether a transfer's person has moved for good with the own unit.
    private func hasNewHome(_ transfer: RecordID, _ before: Picture) -> Bool {
        before.transfers[transfer].map { $0.home != transfers[transfer]?.home } ?? false
    }

    /// Whose statement a decision is: a confirmation's is the proposal's author's, a letter's the agency's that signed it. What
    /// only waits for a second person has changed nothing else.
    private func author(of operation: Operation, _ author: Author, _ records: [Record]) throws -> Author {
        if records.contains(where: { $0.kind == .proposal && proposals[$0.id] == nil }) {
            try hold(records.map(\.kind) == [.proposal], "a proposal changes something else")
        }
        return records.isEmpty ? author : try statement(operation, author)
    }

    private func statement(_ operation: Operation, _ author: Author) throws -> Author {
        switch OperationKind(rawValue: operation.kind) {
        case .proposalConfirm:
            guard let proposal = proposals[operation.record] else { return author }
            try hold(
                author.agency != proposal.agency || operation.actor != proposal.operation.actor, "one person confirms")
            return try statement(proposal.operation, Author(agency: proposal.agency, node: proposal.node))
        case .behalfRecord:
            let agency = try operation.body.requiredAgency("agency")
            try hold(agency != author.agency, "the desk records its own word on behalf")
            return Author(agency: agency, node: author.node)
        default: return author
        }
    }

    func hold(_ condition: Bool, _ claim: @autoclosure () -> String) throws {
        guard condition else { throw Violation(claim()) }
    }

    /// These records only: the rest of the picture is changed in place.
    private func excerpt(_ ids: [RecordID]) -> Picture {
        var excerpt = Picture()
        for id in ids {
            excerpt.records[id] = records[id]
            excerpt.cards[id] = cards[id]
            excerpt.vacancies[id] = vacancies[id]
            excerpt.offers[id] = offers[id]
            excerpt.packages[id] = packages[id]
            excerpt.documents[id] = documents[id]
            excerpt.trainings[id] = trainings[id]
            excerpt.transfers[id] = transfers[id]
            excerpt.conflicts[id] = conflicts[id]
            excerpt.proposals[id] = proposals[id]
            excerpt.requests[id] = requests[id]
            excerpt.standbys[id] = standbys[id]
            excerpt.rounds[id] = rounds[id]
        }
        return excerpt
    }

    /// `mayFollow` says that parties may change: a unit went over to another agency.
    private func check(_ record: Record, after old: Record?, at position: Int, mayFollow: Bool) throws {
        try hold(record.revision == (old?.revision ?? 0) + 1, "\(record.kind) revision")
        try hold(record.changed == position, "\(record.kind) changed")
        try hold(record.created == (old?.created ?? position), "\(record.kind) created")
        try hold(old == nil || old?.kind == record.kind, "\(record.kind) was a \(old?.kind.rawValue ?? "")")
        let kept: [RecordKind] = [
            .offer, .training, .transfer, .request, .standby, .round, .conflict, .proposal, .vacancy, .region, .agency,
            .need, .forecast, .surge,
        ]
        if kept.contains(record.kind) {
            let offer = offers[record.id]
            let isShown = offer?.decreed != nil && offer.flatMap(route(of:))?.isHidden == true
            let isOpened = vacancies[record.id]?.openedBy != nil && record.audience == .all
            let mayBeSeen = isShown || isOpened && offers.all.contains { $0.vacancy == record.id && $0.decreed != nil }
            let isSeatShown = vacancies[record.id]?.openedBy != nil && record.audience == .all
            try hold(
                old == nil || old?.audience == record.audience || mayBeSeen || isSeatShown || mayFollow,
                "\(record.kind) audience")
        }
        try hold(Set(Links.of(record)) == links(of: record), "\(record.kind) links")
    }

    /// One writer for each part: own stance, own field groups; and what is frozen stays.
    private func checkWriter(of record: Record, now: Picture, _ author: Author) throws {
        if let old = offers[record.id], let new = now.offers[record.id] {
            try hold(old.closed == nil, "a closed offer changes")
            try checkStance(old.homeStance, new.homeStance, of: new.home, author)
            try checkStance(old.receivingStance, new.receivingStance, of: new.receiving, author)
            if new.personStance != old.personStance {
                let isRecorded = author.agency == new.home || author.agency.text == "bkd"
                try hold(isRecorded || new.person?.says == .silent, "the person's word by \(author.agency)")
            }
            try hold([old.terms.version, old.terms.version + 1].contains(new.terms.version), "versions leap")
            let kept =
                old.terms == new.terms && old.homeStance == new.homeStance
                && old.receivingStance == new.receivingStance
                && old.personStance == new.personStance && old.opinions == new.opinions
            try hold(old.decreed == nil || kept && old.decreed == new.decreed, "a decreed offer changes")
            try hold(old.terms.version < new.terms.version || old.terms == new.terms, "terms change in place")
        }
        if let old = vacancies[record.id], let new = now.vacancies[record.id] {
            try hold(old.groups == new.groups || author.agency == old.agency, "another agency's vacancy")
            try hold(old.ended == nil || old.ended == new.ended, "a vacancy's end changes")
        }
        if let old = cards[record.id], let new = now.cards[record.id] {
            try hold(old.groups == new.groups || author.agency == old.agency, "another agency's card")
            try hold(old.ended == nil, "an ended card changes")
        }
        if let old = transfers[record.id], let new = now.transfers[record.id], old.ended != nil {
            try hold(old.withoutAfterwards == new.withoutAfterwards, "an ended transfer changes")
        }
        if let old = transfers[record.id], let new = now.transfers[record.id],
            old.home != new.home || old.card != new.card
        {
            try hold(
                old.effect == .second && old.started != nil && old.ended == nil, "another home, and nobody is lent")
        }
        try hold(packages[record.id]?.ended == nil, "an ended package changes")
        try checkLists(of: record, now: now)
        try hold(trainings[record.id]?.ended == nil, "an ended training changes")
        try hold(conflicts[record.id]?.ended == nil, "an ended conflict changes")
        try hold(proposals[record.id]?.ended == nil, "an ended proposal changes")
        let document = documents[record.id]
        try hold(document == nil || document == now.documents[record.id], "a document changes")
    }

    private func checkStance(_ old: Stance?, _ new: Stance?, of agency: AgencyCode, _ author: Author) throws {
        guard old != new else { return }
        try hold(author.agency == agency || new?.says == .silent, "a stance that \(author.agency) wrote for \(agency)")
    }

    /// The links by the views, apart from the index's own reading of bodies.
    private func links(of record: Record) -> Set<Link> {
        let id = record.id
        var links: Set<Link> = [.kind(record.kind)]
        func add(_ name: String, _ value: String) { links.insert(Link(name, value)) }
        func open(_ isOpen: Bool?) {
            if isOpen == true { links.insert(.open(record.kind)) }
        }
        if let agency = agencies[id] {
            add("agency", agency.code.text)
            agency.nodes.forEach { add("node", $0.id.text) }
        }
        invitations[id].map { add("invitation", $0.codeHash) }
        if let offer = offers[id] {
            add("vacancy", offer.vacancy.text)
            add("card", offer.card.text)
            offer.terms.conditions.compactMap(\.waitsFor).forEach { add("after", $0.text) }
        }
        vacancies[id]?.freedBy.map { add("freed", $0.text) }
        if let transfer = transfers[id] {
            add("offer", transfer.offer.text)
            add("card", transfer.card.text)
        }
        trainings[id].map { add("offer", $0.offer.text) }
        checks[id].map { add("card", $0.card.text) }
        open(needs[id].map { $0.ended == nil })
        open(forecasts[id].map { $0.ended == nil })
        open(surges[id].map { $0.ended == nil })
        open(reorganisations[id].map { $0.state == .planned })
        disclosures[id].map { add("offer", $0.offer.text) }
        documents[id]?.lines.forEach { add("offer", $0.offer.text) }
        conflicts[id].map { add("about", $0.record.text) }
        if let proposal = proposals[id] {
            add("about", proposal.operation.record.text)
            if proposal.ended == nil { add("proposals", proposal.agency.text) }
        }
        if record.kind == .notice, let notice = try? Notice(record) {
            notice.record.map { add("about", $0.text) }
            notice.node.map { add("notice", $0.text) }
        }
        open(offers[id]?.isOpen)
        open(cards[id].map { $0.ended == nil })
        open(vacancies[id].map { $0.ended == nil })
        open(packages[id].map { $0.ended == nil })
        open(transfers[id].map { $0.ended == nil })
        open(trainings[id].map { $0.ended == nil })
        open(conflicts[id].map { $0.ended == nil })
        open(proposals[id].map { $0.ended == nil })
        requests[id].map { add("card", $0.card.text) }
        standbys[id].map { add("card", $0.card.text) }
        open(requests[id].map { $0.ended == nil })
        open(standbys[id].map { $0.ended == nil })
        open(rounds[id].map { $0.ended == nil })
        return links
    }
}

extension Transfer {
    /// What stands once it has ended; steps after the start, a note, and the decision on an objection may still come.
    fileprivate var withoutAfterwards: Transfer {
        var transfer = self
        transfer.steps = steps.filter { $0.moment == .before }
        transfer.objection = nil
        transfer.corrected = []
        transfer.performance = nil
        return transfer
    }
}
