import Personnel
import Testing

struct ForecastTests {
    private let place = PostInUnit(unit: "U-1", post: "P-1")
    private let policy: PersonnelPolicy

    init() {
        var policy = PersonnelPolicy.standard
        policy.rules.actingMonths = 6
        self.policy = policy
    }

    private func holder(
        _ person: String = "A", kind: Assignment.Kind = .definitive, from: String = "2025-06-01", until: String? = nil,
        retires: String? = "2050-01-01", contract: String? = nil, acted: Int = 0, place: PostInUnit? = nil
    ) throws -> PlaceHolder {
        PlaceHolder(
            person: person, place: place ?? self.place, kind: kind,
            span: try #require(DatedSpan(from: day(from), until: try until.map(day))), retires: try retires.map(day),
            contractEnd: try contract.map(day), actedMonthsBefore: acted)
    }

    private func forecast(
        _ holders: [PlaceHolder], need: Int? = 2, months: Int? = nil, policy: PersonnelPolicy? = nil
    ) throws -> Forecast {
        try #require(
            Forecast(
                holders: holders, needs: need.map { [place: $0] } ?? [:], from: try day("2026-01-15"), months: months,
                policy ?? self.policy))
    }

    @Test func aRetirementEmptiesTheSeatFromTheFirstOfItsMonth() throws {
        let forecast = try forecast([holder(retires: "2026-03-01"), holder("B")])
        #expect(forecast.places.count == 1)
        let months = try #require(forecast.places.first).months
        #expect(months.count == 25)
        #expect(months.first?.month == (try day("2026-01-01")))
        #expect(months.last?.month == (try day("2028-01-01")))
        #expect(months.prefix(4).map(\.holders) == [2, 2, 1, 1])
        #expect(months.prefix(4).map(\.difference) == [0, 0, 1, 1])
        #expect(months[2].leaving == [.retirement: 1])
        let event = try #require(forecast.events.first)
        #expect(event.person == "A")
        #expect(event.day == (try day("2026-03-01")))
        #expect(!event.isOverdue)
    }

    /// First day without the person, and whether the seat has a holder less.
    @Test(
        arguments: [
            (.contractEnd, .definitive, "2025-06-01", nil, "2026-01-31", 0, "2026-02-01", 0),
            (.contractEnd, .definitive, "2025-06-01", nil, "2026-01-30", 0, "2026-01-31", 0),
            (.move, .definitive, "2025-06-01", "2026-04-30", nil, 0, "2026-05-01", 0),
            (.secondmentEnd, .secondment, "2025-12-01", "2026-02-27", nil, 0, "2026-02-28", 0),
            (.secondmentEnd, .secondment, "2025-12-01", "2026-02-27", "2026-01-31", 0, "2026-02-01", 0),
            (.actingEnd, .acting, "2025-12-01", "2026-02-28", nil, 0, "2026-03-01", 0),
            (.actingLimit, .acting, "2025-12-01", nil, nil, 0, "2026-06-01", 0),
            (.actingLimit, .acting, "2025-12-01", "2026-12-31", nil, 4, "2026-02-01", 0),
            (.rotationDue, .definitive, "2021-02-01", nil, nil, 0, "2026-02-02", 1),
        ] as [(Departure, Assignment.Kind, String, String?, String?, Int, String, Int)])
    func eachDepartureHasItsDay(
        why: Departure, kind: Assignment.Kind, from: String, until: String?, contract: String?, acted: Int,
        first: String,
        left: Int
    ) throws {
        let forecast = try forecast(
            [holder(kind: kind, from: from, until: until, contract: contract, acted: acted)], months: 12)
        let event = try #require(forecast.events.first)
        #expect(event.why == why)
        #expect(event.day == (try day(first)))
        #expect(forecast.totals.last?.holders == left)
        #expect(forecast.totals.reduce(0) { $0 + ($1.leaving[why] ?? 0) } == 1)
    }

    @Test func anActingHolderIsNoHolder() throws {
        let forecast = try forecast([holder(kind: .acting, from: "2025-12-01", retires: "2026-02-01")], months: 3)
        #expect(forecast.totals.map(\.holders) == [0, 0, 0, 0])
        #expect(forecast.events.map(\.why) == [.actingEnd])
    }

    @Test func nobodyLeavesTwice() throws {
        let forecast = try forecast([
            holder(from: "2021-06-01", until: "2026-12-31", retires: "2026-08-01", contract: "2027-05-31"),
            holder("B", kind: .secondment, until: "2026-12-31", retires: "2026-08-01"),
        ])
        #expect(forecast.events.map(\.why) == [.rotationDue, .retirement, .secondmentEnd])
        #expect(forecast.totals.last?.holders == 0)
    }

    @Test func whatIsOverdueStandsInTheFirstMonth() throws {
        let forecast = try forecast([
            holder(retires: "2025-11-01"), holder("B", from: "2019-01-01"),
            holder("C", kind: .acting, from: "2025-01-01"),
        ])
        #expect(forecast.events.map(\.isOverdue) == [true, true, true])
        #expect(forecast.events.map(\.day) == Array(repeating: try day("2026-01-15"), count: 3))
        #expect(forecast.totals.first?.leaving == [.retirement: 1, .rotationDue: 1, .actingLimit: 1])
        #expect(forecast.totals.first?.holders == 1)
    }

    @Test func aDecidedMoveBringsSomebody() throws {
        let forecast = try forecast(
            [holder(), holder("B", from: "2026-03-01"), holder("C", from: "2030-01-01")], months: 4)
        let months = try #require(forecast.places.first).months
        #expect(months.map(\.holders) == [1, 1, 2, 2, 2])
        #expect(months.map(\.arriving) == [0, 0, 1, 0, 0])
    }

    @Test func whoEndsBeforeBeginningNeverCounts() throws {
        let forecast = try forecast([holder(from: "2026-04-01", contract: "2026-02-28")], months: 6)
        #expect(forecast.totals.map(\.holders) == Array(repeating: 0, count: 7))
        #expect(forecast.totals.allSatisfy { $0.holders >= 0 })
    }

    @Test func unknownThingsAreNamed() throws {
        var policy = policy
        policy.rules.actingMonths = nil
        let forecast = try forecast([holder(retires: nil), holder("B", kind: .acting)], need: nil, policy: policy)
        #expect(forecast.unknownRetirements == ["A"])
        #expect(forecast.unset == [.actingLimit])
        #expect(forecast.events.isEmpty)
        #expect(forecast.places.first?.months.last?.difference == nil)
        #expect(forecast.totals.last?.difference == 0)
        #expect(forecast.totals.last?.holders == 1)
    }

    @Test func totalsKeepShortageApart() throws {
        let other = PostInUnit(unit: "U-2", post: "P-1")
        let holders = [try holder(retires: "2026-02-01"), try holder("B", place: other), try holder("C", place: other)]
        let forecast = try #require(
            Forecast(
                holders: holders, needs: [place: 1, other: 1], from: try day("2026-01-15"), months: 2, policy))
        #expect(forecast.totals.map(\.difference) == [-1, 0, 0])
        #expect(forecast.totals.map(\.shortage) == [0, 1, 1])
        let part = forecast.totals { $0.unit == "U-2" }
        #expect(part.map(\.holders) == [2, 2, 2])
        #expect(part.map(\.difference) == [-1, -1, -1])
    }

    @Test func theOrderOfInputDoesNotMatter() throws {
        let holders = try (0..<30).map { index in
            try holder(
                "N-\(index)", retires: "20\(26 + index % 3)-0\(1 + index % 9)-01",
                place: PostInUnit(unit: "U-\(index % 4)", post: "P-\(index % 3)"))
        }
        #expect(try forecast(holders) == forecast(holders.reversed()))
    }

    @Test func monthsAreOneToSixty() throws {
        for months in [0, 61, .max, .min] {
            #expect(Forecast(holders: [], needs: [:], from: try day("2026-01-15"), months: months, policy) == nil)
        }
        #expect(try forecast([], months: 60).totals.count == 61)
        #expect(try forecast([], months: 1).totals.count == 2)
    }

    // The person was born on 1990-05-17; the policy's ages decide.

    @Test(
        arguments: [
            (Post(id: "P-1", name: "Operator", kind: .pelaksana), "2048-06-01"),
            (Post(id: "P-1", name: "Kepala Dinas", kind: .structural, eselon: .secondB), "2050-06-01"),
            (Post(id: "P-1", name: "Kepala Bidang", kind: .structural, eselon: .thirdB), "2048-06-01"),
            (Post(id: "P-1", name: "Analis", kind: .functional, level: .youngExpert), "2048-06-01"),
            (Post(id: "P-1", name: "Analis", kind: .functional, level: .middleExpert), "2050-06-01"),
            (Post(id: "P-1", name: "Analis", kind: .functional, level: .principalExpert), "2055-06-01"),
            (Post(id: "P-1", name: "Guru", kind: .functional, level: .youngExpert, retirementAge: 60), "2050-06-01"),
        ] as [(Post, String)])
    func theRetirementAgeFollowsThePost(post: Post, retires: String) throws {
        var person = try Fixtures.servant()
        person.posts = [post]
        let holders = person.placeHolders(on: try day("2026-01-15"), policy)
        #expect(holders.map(\.retires) == [try day(retires)])
    }

    @Test func thePolicyChangesTheAge() throws {
        var policy = policy
        policy.forecast.retirementAges = RetirementAges(
            steps: [RetirementAges.Step(age: 59, posts: [PostClass(kind: .pelaksana)])], otherwise: 70)
        #expect(
            try Fixtures.servant().placeHolders(on: day("2026-01-15"), policy).map(\.retires) == [day("2049-06-01")])
        policy.forecast.retirementAges.steps = []
        policy.forecast.retirementAges.otherwise = .max
        #expect(
            try Fixtures.servant().placeHolders(on: day("2026-01-15"), policy).map(\.retires) == [day("2070-06-01")])
    }

    @Test func aPersonServesWhereTheFilesSay() throws {
        var person = try Fixtures.servant()
        person.employment = .pppk
        person.contractEnd = try day("2027-12-31")
        person.assignments += [
            try Fixtures.assignment(post: "S-1", from: "2025-01-10", until: "2025-03-20", kind: .acting),
            try Fixtures.assignment(post: "S-1", from: "2025-11-01", kind: .acting),
            try Fixtures.assignment(post: "P-9", from: "2026-05-01"),
        ]
        let holders = person.placeHolders(on: try day("2026-01-15"), policy)
        #expect(holders.map(\.place.post) == ["P-1", "S-1", "P-9"])
        #expect(holders.map(\.kind) == [.definitive, .acting, .definitive])
        // Two months and eleven days of the first duty count as three.
        #expect(holders.map(\.actedMonthsBefore) == [0, 3, 0])
        #expect(holders.allSatisfy { $0.contractEnd == person.contractEnd })
        #expect(person.placeHolders(on: try day("2026-01-15"), of: "dinkes", policy).isEmpty)
    }
}
