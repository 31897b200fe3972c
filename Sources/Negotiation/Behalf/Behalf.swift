import StrictJSON

/// What the personnel agency records for an agency that has no node, or no link, from that agency's signed letter.
///
/// Body of `behalf.record`: `{"agency","letter":{…},"scan"?:{"attachment"},"operation":{"kind","body"}}`, on the record that the
/// wrapped operation is about; one that makes a record makes the one with this operation's id.
struct Behalf {
    var agency: AgencyCode
    var letter: Letter
    var kind: OperationKind
    /// The wrapped operation: with this one's id, person and record, so that its evidence is this one.
    var operation: Operation

    init(reading outer: Operation) throws {
        agency = try outer.body.requiredAgency("agency")
        guard let letter = try Letter(ifNamedBy: outer.body) else {
            throw BodyError(path: "/body/letter", expected: "the agency's signed letter")
        }
        self.letter = letter
        let wrapped = try outer.body.requiredObject("operation")
        let name = try wrapped.requiredString("kind", maxBytes: 40)
        guard let kind = OperationKind(rawValue: name), kind.isAgencysOwn else {
            throw BodyError(
                path: wrapped.path + "/kind", expected: "a kind that an agency records for itself, found \(name)")
        }
        self.kind = kind
        operation = try Operation(
            parsing: Operation.encode(
                id: outer.id, actor: outer.actor, recordedAt: outer.recordedAt, kind: name, record: outer.record,
                body: JSONValue(try wrapped.requiredObject("body"))))
        operation.letter = letter
    }
}
