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
        guard transfer.started == nil else { return fileMove(transfer) }
        if let step = transfer.steps.first(where: { $0.done == nil && transfer.agency($0.owner) == agency }) {
            return Move(
                step.step == "brief" ? .transferBrief : .transferHandover, on: transfer.id, #"{"date":"\#(today.iso)"}"#
            )
        }
        guard transfer.receiving == agency, transfer.start <= today || dice.chance(perMille: 100) else { return nil }
        return Move(.transferStart, on: transfer.id, #"{"date":"\#(today.iso)","number":"800/1"}"#)
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
