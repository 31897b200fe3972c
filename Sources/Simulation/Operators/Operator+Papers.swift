import Negotiation
import NodeKit
import Personnel
import SyncProtocol

/// The BKD's desk: documents, decisions over contested offers, the region itself.
extension Operator {
    mutating func paperMove() throws -> Move? {
        let open = try reader.records(linked: .open(.offer)).compactMap { try? Offer($0) }
        if dice.chance(perMille: 15), let transfer = pick(try openTransfers()), transfer.started == nil {
            return Move(.transferCancel, on: transfer.id, #"{"reason":"batal"}"#)
        }
        if dice.chance(perMille: 150), let transfer = pick(try openTransfers()), let move = deskMove(transfer) {
            return move
        }
        var held: [(offer: Offer, type: String)] = []
        var contested: [Offer] = []
        for offer in open {
            guard let (_, route) = try route(offer.route, under: offer.policy) else { continue }
            switch offer.label(route) {
            case .held, .approved:
                held.append((offer, offer.nextDocument(route)))
            case .contested: contested.append(offer)
            default: break
            }
        }
        if let offer = pick(contested), dice.chance(perMille: 500) {
            let reason = reason()
            return Move(
                .offerDecide, on: offer.id,
                #"{"terms":\#(offer.terms.version),"proceed":\#(dice.chance(perMille: 600)),"reason":\#(reason.json)}"#,
                attachments: [reason.attachment])
        }
        guard let first = pick(held) else { return nil }
        let others = held.filter { $0.offer.id != first.offer.id && $0.type == first.type }.prefix(dice.below(3))
        let lines = ([first] + others).map { line in
            let result = dice.chance(perMille: 60) ? "struck" : "favourable"
            return #"{"offer":"\#(line.offer.id)","terms":\#(line.offer.terms.version),"result":"\#(result)"}"#
        }
        let fellows = held.filter {
            first.offer.package != nil && $0.offer.package == first.offer.package && $0.type != first.type
        }
        let besides = fellows.first.map { fellow in
            let lines = fellows.filter { $0.type == fellow.type }.map {
                #"{"offer":"\#($0.offer.id)","terms":\#($0.offer.terms.version),"result":"favourable"}"#
            }
            return #","with":[\#(paper(fellow.type, lines))]"#
        }
        return Move(.documentIssue, #"{"document":\#(paper(first.type, lines))\#(besides ?? "")}"#)
    }

    private mutating func paper(_ type: String, _ lines: [String]) -> String {
        #"{"type":"\#(type)","number":"800/\#(dice.below(1_000_000))","date":"2026-01-05","signer":"Kepala","standing":"definitif","lines":[\#(lines.joined(separator: ","))]}"#
    }

    /// The desk's own step after a start, or its word on an objection.
    private mutating func deskMove(_ transfer: Transfer) -> Move? {
        if let step = transfer.openSteps.first(where: { $0.owner == .desk }) {
            return Move(.transferStep, on: transfer.id, #"{"step":"\#(step.step)","date":"\#(today.iso)"}"#)
        }
        guard let objection = transfer.objection, objection.isUpheld == nil else { return nil }
        if dice.chance(perMille: 400) {
            return Move(.transferDecide, on: transfer.id, #"{"suspends":\#(!objection.suspends)}"#)
        }
        let reason = reason()
        return Move(
            .transferDecide, on: transfer.id,
            #"{"upheld":\#(dice.chance(perMille: 500)),"number":"K-1","date":"\#(today.iso)","reason":\#(reason.json)}"#,
            attachments: [reason.attachment])
    }

    mutating func regionMove() throws -> Move? {
        switch dice.below(12) {
        case 0: return Move(.agencyAdd, #"{"agency":{"code":"baru-\#(dice.below(100))","name":{"id":"Baru"}}}"#)
        case 1:
            let version = (try records(.policy, policies.policy).last?.version ?? 0) + 1
            return Move(.policyApply, #"{"policy":\#(SimulatedPolicy.text(version: version))}"#)
        case 2, 3:
            guard let region = try reader.records(linked: .kind(.region)).first else { return nil }
            return Move(.dayAdvance, on: region.id, #"{"to":"\#(date(dice.within(1...3)))"}"#)
        default: return nil
        }
    }

    func openTransfers() throws -> [Transfer] {
        try reader.records(linked: .open(.transfer)).compactMap { try? Transfer($0) }
    }
}
