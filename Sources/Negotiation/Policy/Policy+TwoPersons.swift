import StrictJSON

/// The member `twoPersons` of a policy set: `["noun.verb", …]`.
extension Policy {
    /// The most kinds that it names.
    static let twoPersonsLimit = 100

    /// Words of a later program are kept: a set that was applied is read by every program.
    static func twoPersons(_ json: JSON) throws -> [String] {
        try (json.optionalArray("twoPersons", maxCount: twoPersonsLimit) ?? []).map { kind in
            guard let kind = kind.string else {
                throw BodyError(
                    path: kind.path, expected: "a kind of operation such as \(OperationKind.offerDecide.rawValue)")
            }
            return kind
        }
    }

    /// Whether an operation of this kind waits for a second person.
    public func asksForTwo(_ kind: OperationKind) -> Bool {
        kind.mayNeedTwoPersons && twoPersons.contains { $0.utf8.elementsEqual(kind.rawValue.utf8) }
    }

    /// Refuses a set that asks for two persons where this program would not: a misspelt word must not pass for a safeguard.
    ///
    /// Throws ``BodyError`` with the path below `path`.
    public func checkTwoPersons(_ path: String = "") throws {
        for (index, word) in twoPersons.enumerated() {
            guard let kind = OperationKind(rawValue: word), kind.mayNeedTwoPersons else {
                throw BodyError(
                    path: path + "/twoPersons/\(index)",
                    expected: "a kind of operation that a person records, found \(word)")
            }
        }
    }
}
