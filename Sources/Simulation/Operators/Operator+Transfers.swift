import Negotiation
import NodeKit
import Personnel
import StrictJSON
import SyncProtocol

/// From the decree to the received file.
extension Operator {
    mutating func transferMove() throws -> Move? {
        if dice.chance(perMille: 200), let training = try confirmation() { return training }
        let mine = try openTransfers().filter { $0.home == agency || $0.receiving == agency }
        guard let transfer = pick(mine) else { return nil }
        if dice.chance(perMille: 60) { return objection(transfer) }
        guard transfer.started == nil else {
            return transfer.effect == .second ? secondmentMove(transfer) : fileMove(transfer)
        }
        if let step = transfer.openSteps.first(where: { step in
            Side(rawValue: step.owner.rawValue).map { transfer.agency($0) == agency } ?? false
        }) {
            let isNamed = dice.chance(perMille: 500)
            let kind: OperationKind = step.step == "brief" ? .transferBrief : .transferHandover
            return isNamed
                ? Move(kind, on: transfer.id, #"{"date":"\#(today.iso)"}"#)
                : Move(.transferStep, on: transfer.id, #"{"step":"\#(step.step)","date":"\#(today.iso)"}"#)
        }
        guard transfer.receiving == agency, transfer.start <= today || dice.chance(perMille: 100) else { return nil }
        return Move(.transferStart, on: transfer.id, #"{"date":"\#(today.iso)","number":"800/1"}"#)
    }

    /// A secondment under way: longer, shorter, or a word about how it goes.
    private mutating func secondmentMove(_ transfer: Transfer) -> Move? {
        guard let returns = transfer.returns else { return nil }
        switch dice.below(6) {
        case 0, 1:
            let wanted = transfer.asked?.returns ?? returns.adding(days: dice.within(1...70))
            return Move(.transferExtend, on: transfer.id, #"{"return":"\#(wanted.iso)"}"#)
        case 2: return Move(.transferRecall, on: transfer.id, #"{"date":"\#(date(dice.within(-3...10)))"}"#)
        case 3 where transfer.receiving == agency:
            let reason = reason()
            return Move(.transferNote, on: transfer.id, #"{"note":\#(reason.json)}"#, attachments: [reason.attachment])
        default: return nil
        }
    }

    /// The person objects; the paper may be days old.
    private mutating func objection(_ transfer: Transfer) -> Move {
        let filed = date(-dice.within(0...4))
        let received = today.adding(days: -dice.within(4...30)).iso
        return Move(
            .transferObject, on: transfer.id, #"{"received":"\#(max(received, "2026-01-05"))","filed":"\#(filed)"}"#)
    }

    private mutating func fileMove(_ transfer: Transfer) -> Move? {
        guard transfer.effect == .definitive, isRegistry else { return nil }
        if transfer.home == agency, transfer.file == nil {
            let reason = reason()
            return Move(.transferFile, on: transfer.id, #"{"file":\#(reason.json)}"#, attachments: [reason.attachment])
        }
        guard transfer.receiving == agency, transfer.file != nil else { return nil }
        return Move(.transferReceive, on: transfer.id, #"{"complete":\#(dice.chance(perMille: 700))}"#)
    }

    private mutating func confirmation() throws -> Move? {
        let open = try reader.records(linked: .open(.training)).compactMap { record in
            (try? Negotiation.Training(record)).map { (record.id, $0) }
        }.filter { $0.1.provider == agency }
        guard let (id, training) = pick(open) else { return nil }
        let hours = dice.chance(perMille: 850) ? training.hours : training.hours - 1
        return Move(.trainingConfirm, on: id, #"{"hours":\#(hours),"date":"\#(today.iso)"}"#)
    }
}
