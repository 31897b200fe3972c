import StrictJSON

/// An operation ended otherwise when it was decided again after a restore of the coordinator.
extension Workspace {
    /// `outcome.change` `{"agency","operation","kind","about":[records],"was":{"outcome","code"?,"epoch","position"},"now":{the same}}`
    /// on the operation's record: tells the author, the parties of what the operation names, and the desk.
    mutating func tellOfChange() throws {
        let agency = try body.requiredAgency("agency")
        guard let id = OperationID(text: try body.requiredString("operation", maxBytes: 36)) else {
            throw BodyError(path: "/body/operation", expected: "the id of an operation")
        }
        var parties: [AgencyCode] = []
        let about = try body.requiredArray("about", maxCount: 100).compactMap {
            $0.string.flatMap(RecordID.init(text:))
        }
        for name in [operation.record] + about {
            parties += try record(name).map(parties(of:)) ?? []
        }
        try notify(
            .outcomeChanged, of: agency, to: parties, record: operation.record, operation: id,
            detail: [
                ("kind", .string(try body.requiredString("kind", maxBytes: 40))),
                ("was", JSONValue(try body.requiredObject("was"))), ("now", JSONValue(try body.requiredObject("now"))),
            ])
    }

    /// Whoever may see the record; of one that all may see, its agency.
    private func parties(of record: Record) -> [AgencyCode] {
        switch record.audience {
        case .agencies(let agencies): agencies
        case .all:
            (try? JSON(parsing: record.body))?["agency"]?.string.flatMap(AgencyCode.init).map { [$0] } ?? []
        }
    }
}
