import Personnel

/// Who serves where at one agency, against the need: what the rules ask about the post that somebody would leave.
public struct Workplaces: Equatable, Sendable {
    /// A post of a unit.
    struct Place: Hashable, Sendable {
        let post: String
        let unit: String
    }

    var holders: [Place: Int] = [:]
    var needs: [Place: Int] = [:]
    /// The posts that have a standard.
    var standards: Set<String> = []

    /// The post that a person holds definitively on a day; nil without exactly one.
    func left(by person: CivilServant, on day: CivilDate) -> LeftPost? {
        guard let held = person.definitiveAssignment(on: day) else { return nil }
        let place = Place(post: held.postID, unit: held.unitID)
        let ofUnit = needs.filter { $0.key.unit == held.unitID }.map(\.value)
        return LeftPost(
            hasStandard: standards.isEmpty ? nil : standards.contains(held.postID),
            hasWorkloadAnalysis: needs.isEmpty ? nil : needs[place] != nil,
            post: LeftPost.Staffing(holders: holders[place] ?? 0, need: needs[place]),
            unit: LeftPost.Staffing(
                holders: holders.filter { $0.key.unit == held.unitID }.map(\.value).reduce(0, +),
                need: ofUnit.isEmpty ? nil : ofUnit.reduce(0, +)))
    }
}
