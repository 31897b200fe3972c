import Personnel

/// Who serves where at one agency, against the need: what the rules ask about the post that somebody would leave.
public struct Workplaces: Equatable, Sendable {
    /// A post of a unit.
    struct Place: Hashable, Sendable {
        let post: String
        let unit: String
    }

    private let posts: [Place: LeftPost.Staffing]
    private let units: [String: LeftPost.Staffing]
    /// The posts that have a standard.
    private let standards: Set<String>
    private let hasWorkload: Bool

    init(holders: [Place: Int], needs: [Place: Int], standards: Set<String>) {
        var posts = holders.mapValues { LeftPost.Staffing(holders: $0, need: nil) }
        for (place, need) in needs {
            posts[place, default: LeftPost.Staffing(holders: 0, need: nil)].need = need
        }
        var units: [String: LeftPost.Staffing] = [:]
        for (place, staffing) in posts {
            var unit = units[place.unit] ?? LeftPost.Staffing(holders: 0, need: nil)
            unit.holders += staffing.holders
            unit.need = staffing.need.map { (unit.need ?? 0) + $0 } ?? unit.need
            units[place.unit] = unit
        }
        self.posts = posts
        self.units = units
        self.standards = standards
        hasWorkload = !needs.isEmpty
    }

    /// The post that a person holds definitively on a day; nil without exactly one.
    func left(by person: CivilServant, on day: CivilDate) -> LeftPost? {
        guard let held = person.definitiveAssignment(on: day) else { return nil }
        let nobody = LeftPost.Staffing(holders: 0, need: nil)
        let post = posts[Place(post: held.postID, unit: held.unitID)] ?? nobody
        return LeftPost(
            hasStandard: standards.isEmpty ? nil : standards.contains(held.postID),
            hasWorkloadAnalysis: hasWorkload ? post.need != nil : nil, post: post, unit: units[held.unitID] ?? nobody)
    }
}
