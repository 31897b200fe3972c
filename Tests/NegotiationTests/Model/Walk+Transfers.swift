import Personnel
import StrictJSON
import Testing

@testable import Negotiation

extension Walk {
    /// What is next between a decree and the received file.
    mutating func transferMove() throws -> Move? {
        if dice.happens(6) { return try afterwards() }
        guard let transfer = dice.pick(picture.transfers.all.filter({ $0.ended == nil })),
            picture.offers[transfer.offer] != nil
        else { return nil }
        return try transferMove(transfer)
    }

    mutating func transferMove(_ transfer: Transfer) throws -> Move? {
        guard let offer = picture.offers[transfer.offer] else { return nil }
        let today = try today()
        if dice.happens(6), let correction = try correctionMove(transfer, offer) { return correction }
        guard transfer.started == nil else {
            guard transfer.effect == .definitive else { return try secondmentMove(transfer) }
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
        if let step = transfer.openSteps.first { return try stepMove(step, of: transfer) }
        if transfer.openGates.last == "training" || dice.happens(4) {
            return try trainingMove(offer)
        }
        guard transfer.openGates.isEmpty && transfer.pledged == nil || dice.happens(10) else { return nil }
        guard transfer.start <= today || dice.happens(10) else { return nil }
        return Move(
            node(transfer.receiving), .transferStart, on: transfer.id, #"{"date":"\#(today.iso)","number":"800/1"}"#)
    }

    private mutating func stepMove(_ step: Transfer.Step, of transfer: Transfer) throws -> Move? {
        let owner = node(transfer.agency(step.owner, desk: try #require(AgencyCode("bkd"))))
        let date = #""date":"\#(try today().iso)""#
        switch step.step {
        case "brief" where dice.happens(50): return Move(owner, .transferBrief, on: transfer.id, "{\(date)}")
        case "handover" where dice.happens(50): return Move(owner, .transferHandover, on: transfer.id, "{\(date)}")
        default: return Move(owner, .transferStep, on: transfer.id, #"{"step":"\#(step.step)",\#(date)}"#)
        }
    }

    /// What comes beside a transfer or after it, also when it ended long ago.
    private mutating func afterwards() throws -> Move? {
        guard let transfer = dice.pick(picture.transfers.all), let decree = picture.documents[transfer.document] else {
            return nil
        }
        if dice.happens(30), let step = transfer.openSteps.first { return try stepMove(step, of: transfer) }
        let party = dice.one(of: [transfer.home, transfer.receiving])
        guard let objection = transfer.objection else {
            let filed = try today().adding(days: -dice.roll(3))
            let received = max(decree.date, filed.adding(days: -dice.roll(30)))
            return Move(
                node(party), .transferObject, on: transfer.id,
                #"{"received":"\#(min(received, filed).iso)","filed":"\#(filed.iso)"}"#)
        }
        if dice.happens(40) {
            return Move("bkd", .transferDecide, on: transfer.id, #"{"suspends":\#(!objection.suspends)}"#)
        }
        let date = try today().iso
        return Move(
            "bkd", .transferDecide, on: transfer.id,
            #"{"upheld":\#(dice.happens(50)),"number":"K-1","date":"\#(date)","reason":\#(Self.attachment)}"#)
    }

    /// What the parties of a running secondment say.
    private mutating func secondmentMove(_ transfer: Transfer) throws -> Move? {
        guard let returns = transfer.returns else { return nil }
        let party = dice.one(of: [transfer.home, transfer.receiving])
        switch dice.roll(8) {
        case 1, 2:
            let wanted = transfer.asked?.returns ?? returns.adding(days: 1 + dice.roll(40))
            return Move(node(party), .transferExtend, on: transfer.id, #"{"return":"\#(wanted.iso)"}"#)
        case 3:
            let date = try today().adding(days: dice.roll(20) - 4)
            return Move(node(party), .transferRecall, on: transfer.id, #"{"date":"\#(date.iso)"}"#)
        case 4:
            return Move(
                node(transfer.receiving), .transferNote, on: transfer.id, #"{"note":\#(Self.attachment)}"#)
        case 5:
            return Move(
                "bkd", .transferExtend, on: transfer.id,
                #"{"return":"\#(returns.adding(days: 5).iso)","number":"ST-2","date":"\#(try today().iso)"}"#)
        default: return nil
        }
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
