import CoordinatorKit
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// S9 and S10 over a restore of the coordinator: an operation that ends otherwise when it is decided again has a notice that its
/// author, the desk and the parties see, and its node shows the new outcome and keeps the former.
struct ChangedOutcomes: Invariant {
    let name = InvariantName.decidedStaysDecided

    func check(_ event: Event, in region: SimulatedRegion) throws {
        switch event {
        case .answered(_, _, let reply?):
            for receipt in reply.corrected {
                for outcome in receipt.outcomes {
                    let line = region.ledger.line(at: outcome.position)
                    try hold(
                        line?.id == outcome.operation && line?.outcomeBytes == outcome.outcome.json.encoded,
                        "a corrected receipt says of position \(outcome.position) what the journal does not")
                    if let line { _ = region.ledger.tell(outcome, about: line.operation) }
                }
            }
        case .committed(let lines) where !region.ledger.lives.isEmpty:
            for line in lines {
                if isOtherwise(line, in: region) { region.counts.probe(.outcomeChanged) }
            }
        case .recovered: try checkNotices(in: region)
        default: break
        }
    }

    func checkAll(in region: SimulatedRegion) throws {
        guard region.hasSettled, !region.ledger.lives.isEmpty else { return }
        try checkNotices(in: region)
        try checkNodes(in: region)
    }

    /// Whether the sender had a receipt with another outcome.
    private func isOtherwise(_ line: JournalLine, in region: SimulatedRegion) -> Bool {
        guard let former = region.ledger.formerlyTold[Ledger.Said(line.id, line.operation)] else { return false }
        return !Self.isSame(former.told.outcome, line)
    }

    private static func isSame(_ former: [UInt8], _ line: JournalLine) -> Bool {
        guard let json = try? JSON(parsing: former) else { return false }
        return json["outcome"]?.string == line.outcome && json["code"]?.string == line.code
    }

    /// A receipt that never arrived cannot be handed in, so only what the node has kept counts.
    private func checkNotices(in region: SimulatedRegion) throws {
        let notices = region.ledger.records(.notice).filter { $0.code == "outcome-changed" }
        for line in region.ledger.lines where isOtherwise(line, in: region) {
            guard let agency = AgencyCode(line.agency), hasReceipt(of: line, in: region) else { continue }
            let notice = notices.first { $0.said?["operation"]?.string == line.id.text }
            try hold(
                notice != nil,
                "\(line.kind) of \(line.agency) at \(line.position) ended otherwise after a restore without a notice")
            guard let notice else { continue }
            for reader in [agency, region.desk.agency] {
                try hold(notice.isVisible(to: reader), "\(reader) is not told of a changed outcome of \(line.agency)")
            }
            try checkParties(of: line, notice, in: region)
        }
    }

    /// Whoever may see the record that the operation is about.
    private func checkParties(
        of line: JournalLine, _ notice: JournalLine.Put, in region: SimulatedRegion
    ) throws {
        guard let id = RecordID(text: line.record),
            let version = region.ledger.versions[id]?.last(where: { $0.position <= line.position }),
            let parties = version.put.audience
        else { return }
        for party in parties.compactMap(AgencyCode.init) {
            try hold(notice.isVisible(to: party), "\(party), a party, is not told of a changed outcome")
        }
    }

    private func hasReceipt(of line: JournalLine, in region: SimulatedRegion) -> Bool {
        guard let former = region.ledger.formerlyTold[Ledger.Said(line.id, line.operation)] else { return false }
        // What an instance handed in that had ended before the recovery did is not decided in its name.
        guard let handed = region.ledger.handedReceipts[line.id] else { return false }
        return handed.position == former.told.position && handed.instance.text == line.instance
    }

    private func checkNodes(in region: SimulatedRegion) throws {
        for machine in region.live where !machine.isExcused && machine.fault == nil {
            // A copy that went on under another name is not told what became of bundles that the first one sent.
            guard let store = machine.store, !machine.isSuspect else { continue }
            for entry in (try? store.decidedEntries(limit: 10_000)) ?? [] {
                let said = Ledger.Said(entry.operation.id, entry.operation.bytes)
                // Another node of the agency, to which a copy of the draft was carried, never had the former one.
                guard case .decided(let outcome, let position) = entry.state,
                    let former = region.ledger.formerlyTold[said], former.machine == machine.name,
                    // What was told to a life that a backup undid stands in the notices alone.
                    machine.opened == nil || machine.opened == former.instance,
                    let told = region.ledger.told[said],
                    position == told.position,
                    region.ledger.handedReceipts[entry.operation.id]?.position == former.told.position,
                    let line = region.ledger.line(at: position), !Self.isSame(former.told.outcome, line)
                else { continue }
                let kept = try store.formerOutcomes(entry.operation.id)
                try hold(
                    kept.contains { $0.outcome.kind != outcome.kind || $0.outcome.code != outcome.code },
                    "\(machine.name) does not keep the former outcome of an operation that ended otherwise")
            }
        }
    }
}

extension JournalLine.Put {
    /// The body, for a kind that is not read with every line.
    fileprivate var said: JSON? { try? JSON(parsing: body) }

    fileprivate var code: String? { said?["code"]?.string }
}
