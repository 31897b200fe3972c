import Personnel
import StrictJSON

/// The member `head` of a policy set: `{"tenures":[{"name","standing","from","until"}],"elections":[{"candidatesSet",
/// "termEnd","inauguration"}]}`; `until` and `inauguration` are left out while they are not known.
extension HeadOfRegion {
    /// The most tenures or elections; older ones can be left out of a new version of the policy.
    static let limit = 50

    init(reading json: JSON) throws {
        self.init(
            tenures: try json.requiredArray("tenures", maxCount: Self.limit).map { tenure in
                guard
                    let span = DatedSpan(from: try tenure.requiredDate("from"), until: try tenure.optionalDate("until"))
                else { throw BodyError(path: tenure.path + "/until", expected: "a date not before from") }
                return Tenure(
                    name: try tenure.requiredString("name", maxBytes: 200),
                    standing: try tenure.requiredWord("standing", Standing.self), span: span)
            },
            elections: try json.requiredArray("elections", maxCount: Self.limit).map { election in
                let set = try election.requiredDate("candidatesSet")
                let end = try election.requiredDate("termEnd")
                guard set <= end else {
                    throw BodyError(path: election.path + "/termEnd", expected: "a date not before candidatesSet")
                }
                return Election(
                    candidatesSet: set, termEnd: end, inauguration: try election.optionalDate("inauguration"))
            })
    }
}
