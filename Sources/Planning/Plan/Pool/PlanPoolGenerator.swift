import Personnel

/// Made-up regions to measure plans with: the same numbers and seed give the same pool on every machine.
///
/// Agencies of some 170 people with units of some 20, a head and five posts in each; every twelfth seat vacant; needs about the
/// number of seats, floors at 80 % of them; a third of the people wish for a district.
public struct PlanPoolGenerator: Sendable {
    private static let peopleOfUnit = 20
    private static let unitsOfAgency = 8
    private static let districts = 16
    private static let competences = (1...9).map { "kompetensi-\($0)" }
    private static let start = CivilDate(year: 2027, month: 1, day: 4)

    /// A post with what it asks.
    private struct Kind {
        let post: Post
        let requirement: PostRequirement
        let ranks: ClosedRange<Int>
    }

    public var people: Int
    /// How many of a hundred people may move; the others stay and count.
    public var movable: Int
    public var seed: UInt64

    public init(people: Int, movable: Int = 100, seed: UInt64 = 1) {
        self.people = people
        self.movable = movable
        self.seed = seed
    }

    /// Nil only where the calendar has no 4 January 2027.
    public func pool() -> PlanPool? {
        guard let start = Self.start else { return nil }
        var random = AssignmentRandom(seed: seed)
        let kinds = Self.kinds(&random)
        var pool = PlanPool(people: [], seats: [], groups: [], start: start)
        let units = max(people / Self.peopleOfUnit, 1)
        for agency in 0...(units - 1) / Self.unitsOfAgency {
            pool.groups.append(PlanGroup(id: "D\(agency)", kind: .agency))
        }
        for unit in 0..<units {
            let count = people * (unit + 1) / units - people * unit / units
            add(unit, people: count, kinds, &pool, &random)
        }
        return pool
    }

    private func add(
        _ number: Int, people count: Int, _ kinds: [Kind], _ pool: inout PlanPool, _ random: inout AssignmentRandom
    ) {
        let agency = "D\(number / Self.unitsOfAgency)"
        let unit = "\(agency)/U\(number)"
        let district = "Kecamatan \(random.below(Self.districts))"
        pool.groups.append(PlanGroup(id: unit, kind: .unit, parent: agency))
        let heads = kinds.indices.filter { kinds[$0].post.kind == .structural }
        let others = kinds.indices.filter { kinds[$0].post.kind != .structural }
        var seats = [heads[random.below(heads.count)]: 1]
        let chosen = (0..<5).map { _ in others[random.below(others.count)] }
        let vacant = random.below(12) < count * 12 / Self.peopleOfUnit % 12 ? 2 : 1
        for seat in 0..<max(count - 1 + vacant, 0) {
            seats[chosen[seat % chosen.count], default: 0] += 1
        }
        let ordered = seats.sorted { $0.key < $1.key }
        var left = count
        for (place, (kind, size)) in ordered.enumerated() {
            let group = "\(unit)/\(kinds[kind].post.id)"
            let later = ordered.dropFirst(place + 1).reduce(0) { $0 + $1.value }
            let holders = min(size, max(left - later, size > 1 ? size - random.below(2) : size), left)
            left -= holders
            let need = max(size - 1 + random.below(3), 0)
            pool.groups.append(
                PlanGroup(id: group, kind: .post, parent: unit, need: need, floor: (need * 8 + 9) / 10))
            for seat in 0..<size {
                let id = "\(group)#\(seat)"
                pool.seats.append(
                    PlanSeat(
                        id: id, agency: agency, unit: unit, post: kinds[kind].post,
                        requirement: kinds[kind].requirement,
                        group: group, district: district))
                guard seat < holders else { continue }
                pool.people.append(person(pool.people.count, in: id, kinds[kind], district, &random))
            }
        }
    }

    private func person(
        _ number: Int, in seat: String, _ kind: Kind, _ district: String, _ random: inout AssignmentRandom
    ) -> PlanPerson {
        let isMeasured = random.below(30) > 0
        let levels = Self.competences.map { code in
            (code, min(max((kind.requirement.competences[code] ?? 1) + random.below(4) - 1, 1), 5))
        }
        let ratings: [SKPRating] = [.baik, .baik, .sangatBaik, .butuhPerbaikan]
        let fields = kind.requirement.education?.fields ?? []
        var profile = CandidateProfile(
            employment: .pns, grade: Grade(ladder: .pns, rank: kind.ranks.lowerBound + random.below(kind.ranks.count)),
            postName: kind.post.name, postKind: kind.post.kind, family: kind.post.family,
            monthsInFamily: 6 + random.below(200), monthsInPost: 6 + random.below(120),
            education: Education(
                level: kind.requirement.education?.minimum ?? .bachelor,
                field: random.below(3) == 0 ? "Administrasi Publik" : fields.first),
            competences: isMeasured ? Dictionary(levels) { first, _ in first } : nil, certificates: [],
            appraisals: [2025, 2026].map { Appraisal(year: $0, rating: ratings[random.below(ratings.count)]) })
        profile.eselon = kind.post.eselon
        profile.district = district
        profile.box = 1 + random.below(TalentGrid.boxes.count)
        if random.below(3) == 0 {
            profile.wishes = Wishes(districts: ["Kecamatan \(random.below(Self.districts))"])
        }
        let isMovable = random.below(100) < movable
        return PlanPerson(
            id: "P\(1_000_000 + number)", seat: seat, profile: profile,
            monthsToRetirement: 12 + random.below(300), blocked: isMovable ? nil : "term-not-served")
    }

    /// 24 posts of pelaksana, 24 functional ones and four heads.
    private static func kinds(_ random: inout AssignmentRandom) -> [Kind] {
        var kinds: [Kind] = []
        func add(_ post: Post, _ level: EducationLevel, _ ranks: ClosedRange<Int>, _ standard: Int) {
            var asked = PostRequirement(
                postName: post.name, family: post.family,
                grades: Grade(ladder: .pns, rank: ranks.lowerBound).flatMap { lowest in
                    Grade(ladder: .pns, rank: ranks.upperBound).flatMap { GradeRange(lowest: lowest, highest: $0) }
                },
                education: EducationRequirement(
                    minimum: level, fields: [post.family ?? post.name, "Administrasi Publik"]))
            asked.postID = post.id
            asked.kind = post.kind
            asked.eselon = post.eselon
            for code in competences.prefix(8) {
                asked.competences[code] = min(max(standard + random.below(3) - 1, 1), 5)
            }
            kinds.append(Kind(post: post, requirement: asked, ranks: ranks))
        }
        for number in 0..<24 {
            let family = "Rumpun \(number % 12)"
            let level: EducationLevel = number % 3 == 0 ? .upperSecondary : number % 3 == 1 ? .diplomaThree : .bachelor
            add(
                Post(id: "PL-\(10 + number)", name: "Pelaksana \(number)", kind: .pelaksana, family: family),
                level, number % 3 == 2 ? 7...12 : 5...10, 1 + number % 2)
        }
        for number in 0..<24 {
            let level: FunctionalLevel = number % 2 == 0 ? .firstExpert : .youngExpert
            add(
                Post(
                    id: "JF-\(10 + number)", name: "Fungsional \(number / 2) \(level.rawValue)", kind: .functional,
                    family: "Rumpun \(number / 2)", level: level),
                .bachelor, number % 2 == 0 ? 9...10 : 11...12, 2 + number % 2)
        }
        for (number, eselon) in Eselon.allCases.suffix(4).enumerated() {
            add(
                Post(id: "JS-\(number)", name: "Kepala \(eselon.rawValue)", kind: .structural, eselon: eselon),
                .bachelor, 10...13, 3)
        }
        return kinds
    }
}
