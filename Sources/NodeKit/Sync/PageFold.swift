import GRDB
import Negotiation
import SyncProtocol

/// A reply on its way into the store, inside one transaction.
///
/// `objection` looks at everything before `take` writes anything. A page goes into the generation that is being built, if
/// there is one, else into the live one; its cursor and digest move with it.
struct PageFold {
    let database: Database
    let request: SyncRequest
    private(set) var state: SyncState
    private var generation: Generation

    init(_ database: Database, _ request: SyncRequest) throws {
        self.database = database
        self.request = request
        state = try SyncState(database)
        generation = try Generation(database, number: state.target)
    }

    /// Why the reply, although signed for this exchange, is not taken in.
    func objection(to reply: SyncReply) -> SyncNoise? {
        guard
            state.exchange + 1 == request.exchange, state.pendingNonce == request.nonce,
            (state.pendingBundle != nil) == (request.bundle != nil),
            request.bundle.map({ $0.hash == state.bundleHash }) ?? true, generation.cursor == request.cursor
        else { return .overtaken }
        let operations = request.bundle?.operations.compactMap { try? Operation(parsing: $0).id } ?? []
        guard reply.outcomes.map(\.operation) == operations else { return .otherOutcomes }
        if reply.wire >= 2, let bundle = request.bundle, reply.receipt?.covers(bundle) != true { return .otherOutcomes }
        if let noise = HeadCheck.objection(to: reply, of: request, seen: state.head) { return noise }
        if let cursor = request.cursor, !reply.restart, !follows(reply.cursor, cursor) { return .otherCursor }
        if request.cursor == nil, !begins(reply) { return .otherCursor }
        let isCovered = reply.page.allSatisfy { change in
            switch change {
            case .record(_, _, _, let changed, _): changed <= reply.cursor.position
            case .retraction(_, let position): position <= reply.cursor.position
            }
        }
        guard isCovered else { return .otherCursor }
        let isStalled = reply.complete == nil && reply.outcomes.isEmpty && reply.cursor == request.cursor
        return isStalled ? .stalled : nil
    }

    /// Whether the page is the first of a whole view: a reply to the same exchange that was sent before a rebuild began goes on
    /// from another place, and may have nothing to say.
    private func begins(_ reply: SyncReply) -> Bool {
        reply.cursor.start == reply.head.position
            && (!reply.page.isEmpty || reply.complete.map { $0.count == 0 } ?? true)
    }

    /// A page goes on from the cursor that was sent. In a new epoch it does so under that epoch's number, and what was lost
    /// is told from an earlier place on.
    private func follows(_ next: SyncProtocol.Cursor, _ cursor: SyncProtocol.Cursor) -> Bool {
        let isSameLife = next.epoch == cursor.epoch && next.start == cursor.start
        let isLaterLife = next.epoch > cursor.epoch && next.start <= cursor.start
        return (isSameLife || isLaterLife) && next.position >= cursor.position
    }

    /// The cursor that was sent does not lead to the coordinator's epoch: the replica is received anew beside the old one.
    private mutating func startOver() throws {
        try Rebuild.beginAnew(database, &state)
        generation = try Generation(database, number: state.target)
    }

    mutating func take(
        _ reply: SyncReply, _ checkpoint: Checkpoint?, at stamp: Stamp, _ registryEffects: RegistryEffects?
    ) throws -> SyncProgress {
        let outbox = Outbox(database)
        try takeHead(of: reply, checkpoint, at: stamp)
        if let row = state.pendingBundle {
            for outcome in reply.outcomes {
                try outbox.keep(outcome, of: row)
            }
            try outbox.forgetFormers(likeNow: reply.outcomes)
            try reply.receipt.map { try outbox.keep($0, of: row) }
        }
        var corrected: [OperationOutcome] = []
        for receipt in reply.corrected {
            // Of the bundle in flight the reply has the receipt itself, and another's would be none of this node's.
            guard let row = try outbox.row(of: receipt), row != state.pendingBundle else { continue }
            corrected += try outbox.correct(receipt, of: row)
        }
        // One page that holds everything since the last complete view; else the pages before it count as well.
        let isWhole = request.cursor == nil || reply.restart || generation.agrees != nil
        // Who declares a restore hears of the cut with a page that goes on from a place which may not count.
        let lost = JournalCut(reply)
        let isLost = !reply.restart && lost?.hides(state.head) == true
        if reply.restart && request.cursor != nil || isLost {
            try startOver()
        }
        let isTold = registryEffects != nil && reply.complete != nil && !isLost
        var news = isTold && isWhole ? try news(in: reply.page) : []
        if !isLost { try fold(reply) }
        if isTold, !isWhole {
            news = state.building == nil ? try effective() : try self.news(in: effective())
        }
        let agreement = try isLost ? .open : compare(reply)
        let freshness = try refreshed(by: reply, agreement, at: stamp)
        try FormerHead.keep(state.head, before: reply.head, in: database)
        close(reply, at: stamp)
        try state.save(database, freshness)
        if let lost {
            try outbox.redraftLost(beyond: lost, but: state.instance)
        }
        if !reply.page.isEmpty || !reply.attachments.isEmpty {
            try HeldAttachments.removeUnnamed(database)
        }
        if let registryEffects, !news.isEmpty {
            for draft in try registryEffects(database, news) {
                try outbox.append(draft)
            }
        }
        return SyncProgress(
            outcomes: reply.outcomes, changes: reply.page.count, agreement: agreement,
            hasMoved: reply.cursor != request.cursor, drafts: try outbox.sendableCount(),
            nextSeconds: reply.nextSeconds, corrected: corrected, hasCorrections: !reply.corrected.isEmpty)
    }

    /// The changes that the live replica does not have: all of them, unless a second copy is being built. A damaged copy
    /// counts as none.
    private func news(in page: [ReplicaChange]) throws -> [ReplicaChange] {
        let live = Replica(database: database, generation: state.live)
        func isNew(_ change: ReplicaChange) throws -> Bool {
            switch change {
            case .record(let id, _, let revision, _, let body):
                let held = try live.held(id)?.record
                return held?.revision != revision || held?.body != body
            case .retraction(let id, _):
                return try live.held(id) != nil
            }
        }
        return try page.filter { change in
            do {
                return try isNew(change)
            } catch let failure as NodeFailure where failure.code == .damaged {
                return true
            }
        }
    }

    /// What may have an effect, as the pages that ended with this one left it.
    private func effective() throws -> [ReplicaChange] {
        let replica = Replica(database: database, generation: generation.number)
        return try RegistryTransfers.kinds.flatMap { try replica.records(linked: .kind($0)) }.map { record in
            .record(
                id: record.id, kind: record.kind, revision: record.revision, changed: record.changed, body: record.body)
        }
    }

    private mutating func fold(_ reply: SyncReply) throws {
        let before = generation
        let replica = Replica(database: database, generation: generation.number)
        for change in reply.page {
            switch change {
            case .record(let id, let kind, let revision, let changed, let body):
                try replica.put(
                    id, kind: kind, revision: revision, changed: changed, body: body, digest: &generation.digest)
            case .retraction(let id, _):
                try replica.remove(id, digest: &generation.digest)
            }
        }
        for attachment in reply.attachments {
            try HeldAttachments.keep(database, attachment)
        }
        generation.cursor = reply.cursor
        if let complete = reply.complete {
            generation.stated = ViewDigest(hex: complete.digest, count: complete.count)
            generation.statedPosition = reply.cursor.position
        }
        if generation != before {
            try generation.save(database)
        }
    }

    /// Compares a complete replica with the statement; a mismatch starts a rebuild once a day for one program version.
    private mutating func compare(_ reply: SyncReply) throws -> SyncProgress.Agreement {
        guard reply.complete != nil else { return .open }
        if generation.agrees == true {
            state.isDiverged = false
            if state.building != nil {
                let old = state.live
                state.live = generation.number
                state.building = nil
                try Generation.remove(database, number: old)
            }
            return .agrees
        }
        if let building = state.building {
            state.building = nil
            state.isDiverged = true
            try Generation.remove(database, number: building)
            return .diverged
        }
        return try Rebuild.begin(database, &state, day: reply.day) ? .rebuilding : .diverged
    }

    private func refreshed(
        by reply: SyncReply, _ agreement: SyncProgress.Agreement, at stamp: Stamp
    ) throws -> Freshness {
        var freshness = try Freshness(database)
        freshness.heard(
            hasMoved: reply.head != state.head || reply.day != state.day,
            isComplete: agreement == .agrees || agreement == .diverged, at: stamp)
        return freshness
    }

    private mutating func close(_ reply: SyncReply, at stamp: Stamp) {
        state.instance = state.opens ?? state.instance
        state.opens = nil
        state.exchange = request.exchange
        state.nonce = request.nonce
        state.pendingNonce = nil
        state.pendingBundle = nil
        state.head = headAfter(reply)
        state.wire.answered(in: reply.wire)
        // A restored coordinator may be days behind; a day that came is never taken back.
        state.day = [state.day, reply.day].compactMap { $0 }.max()
        state.nextSeconds = reply.nextSeconds
        state.lastSync = stamp.text
        state.refusal = nil
    }
}
