import Personnel
import StrictJSON

/// An objection against a decree: entered whenever it becomes known, judged by the dates that stand on its paper.
extension Workspace {
    /// The person's objection, entered by home, receiver or desk. It runs beside the transfer and stops nothing by itself.
    mutating func object() throws {
        var transfer = try read(try visible(operation.record, .transfer), Transfer.init)
        guard transfer.started != nil || transfer.ended == nil else {
            throw Refusal(.wrongState, [("state", .string(transfer.state.rawValue))])
        }
        guard transfer.objection == nil else { throw Refusal(.alreadyDone) }
        let received = try body.requiredDate("received")
        let filed = try body.requiredDate("filed")
        try checkPast("filed")
        guard received <= filed else {
            throw BodyError(path: "/body/filed", expected: "a date from the receipt \(received.iso) on")
        }
        let decree = try linked(transfer.document, .document, Document.init)
        guard received >= decree.date else {
            throw BodyError(path: "/body/received", expected: "a date from the decree's, \(decree.date.iso), on")
        }
        _ = try body.optionalString("number", maxBytes: 100)
        try body.checkAttachment(ifAny: "text")
        let time = try policy(transfer.policy).objection
        transfer.objection = Transfer.Objection(
            said: Attested(operation, at: position), received: received, filed: filed, entered: try region().day,
            deadline: time?.deadline(from: received), decideBy: time?.decision(from: filed), suspends: false)
        try store(transfer)
    }

    /// The appointing authority's word, recorded by the desk: it suspends the start, or decides. One that came too late is not upheld.
    mutating func decideObjection() throws {
        var transfer = try read(try visible(operation.record, .transfer), Transfer.init)
        guard var objection = transfer.objection else { throw Refusal(.wrongState, [("state", "no-objection")]) }
        guard objection.isUpheld == nil else { throw Refusal(.alreadyDone) }
        if let isUpheld = try body.optionalBoolean("upheld") {
            _ = try body.requiredString("number", maxBytes: 100)
            try checkPast("date")
            _ = try body.requiredObject("reason").requiredAttachment()
            if isUpheld, objection.isTimely == false {
                throw Refusal(.tooLate, [("deadline", .optional(objection.deadline?.iso))])
            }
            objection.isUpheld = isUpheld
        } else {
            let suspends = try body.requiredBoolean("suspends")
            guard suspends != objection.suspends else { throw Refusal(.alreadyDone) }
            guard transfer.started == nil, transfer.ended == nil else {
                throw Refusal(.wrongState, [("state", .string(transfer.state.rawValue))])
            }
            objection.suspends = suspends
        }
        objection.decided = Attested(operation, at: position)
        transfer.objection = objection
        if transfer.started == nil, transfer.ended == nil {
            transfer.openGates = try gates(of: transfer)
        }
        try store(transfer)
    }
}
