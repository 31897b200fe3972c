import Personnel
import StrictJSON
import Testing

@testable import Negotiation

extension Walk {
    /// What is next between a decree and the received file.
    mutating func transferMove() throws -> Move? {
        guard let transfer = dice.pick(picture.transfers.all.filter({ $0.ended == nil })),
            let offer = picture.offers[transfer.offer]
        else { return nil }
        let today = try today()
        guard transfer.started == nil else {
            guard transfer.effect == .definitive else { return nil }
            if transfer.file == nil || transfer.isFileIncomplete {
                return Move(
                    transfer.home.text, .transferFile, on: transfer.id, #"{"file":\#(Self.attachment)}"#)
            }
            let isComplete = dice.happens(70)
            return Move(transfer.receiving.text, .transferReceive, on: transfer.id, #"{"complete":\#(isComplete)}"#)
        }
        if dice.happens(4) {
            return Move("bkd", .transferCancel, on: transfer.id, #"{"reason":"batal"}"#)
        }
        if let step = transfer.steps.first(where: { $0.done == nil }) {
            let kind: OperationKind = step.step == "brief" ? .transferBrief : .transferHandover
            return Move(node(transfer.agency(step.owner)), kind, on: transfer.id, #"{"date":"\#(today.iso)"}"#)
        }
        if transfer.openGates == ["training"] || dice.happens(4) {
            return try trainingMove(offer)
        }
        guard transfer.start <= today || dice.happens(10) else { return nil }
        return Move(
            node(transfer.receiving), .transferStart, on: transfer.id, #"{"date":"\#(today.iso)","number":"800/1"}"#)
    }

    /// Training that an offer asks for, required or confirmed.
    mutating func trainingMove(_ offer: Offer) throws -> Move? {
        let trainings = picture.trainings.all.filter { $0.offer == offer.id }
        if let open = trainings.first(where: { $0.ended == nil }),
            let id = picture.records.all.first(where: { $0.kind == .training && picture.trainings[$0.id] == open })?.id
        {
            let hours = dice.happens(85) ? open.hours : open.hours - 1
            return Move(
                node(open.provider), .trainingConfirm, on: id, #"{"hours":\#(hours),"date":"\#(try today().iso)"}"#)
        }
        let competence = ["izin", "layanan", "arsip"].first { name in !trainings.contains { $0.competence == name } }
        let provider = dice.one(of: agencies)
        let author = dice.one(of: [offer.home, offer.receiving])
        return Move(
            node(author), .trainingRequire, about: offer.id,
            #"{"training":{"offer":"\#(offer.id)","competence":"\#(competence ?? "izin")","level":3,"hours":20,"provider":"\#(provider)"}}"#
        )
    }
}
