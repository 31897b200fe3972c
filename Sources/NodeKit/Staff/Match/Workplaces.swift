import Personnel

/// Who serves where at one agency, against the need: what the rules ask about the post that somebody would leave.
public struct Workplaces: Equatable, Sendable {
    /// A post of a unit.
    struct Place: Hashable, Sendable {
        let post: String
        let unit: String
    }

    /// Who serves in a post of a unit, or in a whole unit.
    public struct Figure: Equatable, Sendable {
        public var unit: String
        /// Nil for the whole unit.
        public var post: String?
        public var staffing: Staffing
    }

    /// What they are counted from.
    struct Counts: Equatable {
        /// Hundredths of a person.
        var holders: [Place: Int] = [:]
        var needs: [Place: Int] = [:]
        var postFloors: [Place: Int] = [:]
        var unitFloors: [String: Int] = [:]
        /// The posts that have a standard.
        var standards: Set<String> = []
        /// The units whose own counters are in a rush.
        var rushes: Set<String> = []
        /// How many hundredths of a person count in the own post of those who are not there with all of their time.
        var shares: [NIP: Int] = [:]
    }

    private let posts: [Place: Staffing]
    private let units: [String: Staffing]
    private let standards: Set<String>
    private let shares: [NIP: Int]
    private let hasWorkload: Bool
    /// The units whose own counters are in a rush.
    public private(set) var rushes: Set<String>

    init(_ counts: Counts) {
        var posts = counts.holders.mapValues { Staffing(hundredths: $0) }
        for (place, need) in counts.needs {
            posts[place, default: Staffing(hundredths: 0)].need = need
        }
        for (place, floor) in counts.postFloors {
            posts[place, default: Staffing(hundredths: 0)].ownFloor = floor
        }
        var units: [String: Staffing] = [:]
        for (place, staffing) in posts {
            let unit = units[place.unit]
            units[place.unit] = Staffing(
                hundredths: (unit?.hundredths ?? 0) + staffing.hundredths,
                need: staffing.need.map { (unit?.need ?? 0) + $0 } ?? unit?.need)
        }
        for (unit, floor) in counts.unitFloors {
            units[unit, default: Staffing(hundredths: 0)].ownFloor = floor
        }
        self.posts = posts
        self.units = units
        standards = counts.standards
        shares = counts.shares
        hasWorkload = !counts.needs.isEmpty
        rushes = counts.rushes
    }

    /// The same where these units asked for help at their counters besides.
    public func inRush(_ units: some Sequence<String>) -> Workplaces {
        var workplaces = self
        workplaces.rushes.formUnion(units)
        return workplaces
    }

    /// The whole people who serve in a unit, or in one post of it.
    public func people(in unit: String, post: String? = nil) -> Int {
        let staffing = post.map { posts[Place(post: $0, unit: unit)] } ?? units[unit]
        return (staffing?.hundredths ?? 0) / 100
    }

    /// The post that a person holds definitively on a day; nil without exactly one. The person counts in it with all of the
    /// time, also where a decree or a secondment has taken some of it already.
    func left(by person: CivilServant, on day: CivilDate) -> LeftPost? {
        guard let held = person.definitiveAssignment(on: day) else { return nil }
        let away = 100 - (shares[person.nip] ?? 100)
        func whole(_ staffing: Staffing?) -> Staffing {
            Staffing(
                hundredths: (staffing?.hundredths ?? 0) + away, need: staffing?.need, ownFloor: staffing?.ownFloor)
        }
        let post = whole(posts[Place(post: held.postID, unit: held.unitID)])
        return LeftPost(
            hasStandard: standards.isEmpty ? nil : standards.contains(held.postID),
            hasWorkloadAnalysis: hasWorkload ? post.need != nil : nil, post: post, unit: whole(units[held.unitID]),
            isInRush: rushes.contains(held.unitID))
    }

    /// Every unit, and after it its posts; by id in byte order.
    public var figures: [Figure] {
        units.keys.sorted(by: Self.precedes).flatMap { unit in
            let held = posts.filter { $0.key.unit == unit }.sorted { Self.precedes($0.key.post, $1.key.post) }
            return [Figure(unit: unit, post: nil, staffing: units[unit] ?? Staffing(hundredths: 0))]
                + held.map { Figure(unit: unit, post: $0.key.post, staffing: $0.value) }
        }
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
