import Personnel
import Testing

@testable import Planning

/// A made-up pool, small enough for every assignment to be tried.
struct SmallCity {
    /// SplitMix64, so that a failure can be repeated from its seed.
    struct Generator: RandomNumberGenerator {
        private var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    var pool: PlanPool
    var settings: PlanSettings

    static func start() throws -> CivilDate { try #require(CivilDate(iso: "2027-01-04")) }

    static func post(_ name: String, family: String? = nil) -> Post {
        Post(id: "P-" + name, name: name, kind: .pelaksana, family: family ?? name)
    }

    static func seat(
        _ id: String, _ post: Post, unit: String, agency: String = "a", asks levels: [String: Int] = [:],
        family: String? = nil, isOpen: Bool = true
    ) -> PlanSeat {
        PlanSeat(
            id: id, agency: agency, unit: unit, post: post,
            requirement: PostRequirement(postName: post.name, family: family ?? post.family, competences: levels),
            group: "\(unit)/\(post.id)", isOpen: isOpen)
    }

    static func person(
        _ id: String, in seat: String, held levels: [String: Int]? = [:], family: String? = nil, months: Int? = 60,
        rating: SKPRating? = .baik
    ) -> PlanPerson {
        PlanPerson(
            id: id, seat: seat,
            profile: CandidateProfile(
                employment: .pns, family: family, monthsInFamily: months, competences: levels, certificates: [],
                appraisals: rating.map { rating in [2025, 2026].map { Appraisal(year: $0, rating: rating) } }))
    }

    /// The groups of seats: posts in units, units `u…`, agencies.
    static func groups(of seats: [PlanSeat]) -> [PlanGroup] {
        var groups: [String: PlanGroup] = [:]
        for seat in seats {
            groups[seat.group] = PlanGroup(id: seat.group, kind: .post, parent: seat.unit)
            groups[seat.unit] = PlanGroup(id: seat.unit, kind: .unit, parent: seat.agency)
            groups[seat.agency] = PlanGroup(id: seat.agency, kind: .agency)
        }
        return groups.values.sorted { $0.id < $1.id }
    }

    /// Two agencies with two units each, up to three posts, at most `people` people and a few vacant seats, any needs and floors.
    static func random(seed: UInt64, people: Int = 6) throws -> SmallCity {
        var random = Generator(seed: seed)
        let posts = [post("Loket"), post("Arsip"), post("Data")]
        let asks = ["pelayanan-publik", "kerja-sama"]
        var seats: [PlanSeat] = []
        let count = Int.random(in: 2...people, using: &random)
        let standards = posts.map { _ in
            Dictionary(uniqueKeysWithValues: asks.map { ($0, Int.random(in: 0...4, using: &random)) })
        }
        for number in 0..<(count + Int.random(in: 0...2, using: &random)) {
            let kind = Int.random(in: 0..<3, using: &random)
            let unit = Int.random(in: 0..<4, using: &random)
            seats.append(
                seat(
                    "s\(number)", posts[kind], unit: "u\(unit)", agency: "a\(unit / 2)", asks: standards[kind],
                    isOpen: Int.random(in: 0..<8, using: &random) > 0))
        }
        let persons = (0..<count).map { number in
            var one = person(
                "p\(number)", in: "s\(number)",
                held: Int.random(in: 0..<8, using: &random) == 0
                    ? nil
                    : Dictionary(uniqueKeysWithValues: asks.map { ($0, Int.random(in: 1...4, using: &random)) }),
                family: ["Loket", "Arsip", "Data"].randomElement(using: &random),
                months: Int.random(in: 0...60, using: &random), rating: SKPRating.allCases.randomElement(using: &random)
            )
            if Int.random(in: 0..<6, using: &random) == 0 { one.blocked = "term-not-served" }
            if Int.random(in: 0..<3, using: &random) == 0 { one.profile.monthsInPost = 90 }
            return one
        }
        let groups = groups(of: seats).map { group in
            var group = group
            if Int.random(in: 0..<3, using: &random) > 0 { group.need = Int.random(in: 0...3, using: &random) }
            if Int.random(in: 0..<3, using: &random) == 0 { group.floor = Int.random(in: 0...2, using: &random) }
            if Int.random(in: 0..<5, using: &random) == 0 { group.mostLost = Int.random(in: 0...1, using: &random) }
            if Int.random(in: 0..<5, using: &random) == 0 { group.mostGained = Int.random(in: 0...1, using: &random) }
            if Int.random(in: 0..<4, using: &random) == 0 { group.others = 1 }
            return group
        }
        return SmallCity(
            pool: PlanPool(people: persons, seats: seats, groups: groups, start: try start()),
            settings: PlanSettings(movePrice: Int.random(in: 0...80, using: &random)))
    }

    func plan(_ changes: [PlanChange] = []) throws -> Plan? {
        guard case .plan(let plan) = try Planner.plan(pool, settings, policy: .standard, changes: changes) else {
            return nil
        }
        return plan
    }

    func problem(_ changes: [PlanChange] = []) throws -> PlanProblem {
        let scores = PlanScores(try PlanRoster(pool, PersonnelPolicy.standard.fitWeights), .standard, settings)
        return PlanProblem(scores: scores, orders: try PlanOrders(changes, scores))
    }
}

/// The bounds after the first stage.
func raisedBounds(_ problem: PlanProblem) throws -> PlanBounds {
    try #require(try PlanShortageStage(problem).raised(PlanBounds(problem.roster), PlanSolver(problem)))
}
