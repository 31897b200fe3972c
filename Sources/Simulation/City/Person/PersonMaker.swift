/// Makes the person for a seat: who it is, from which the career follows.
struct PersonMaker {
    let plan: AgencyPlan
    let units: [CityUnit]
    let day: CityDay
    var random: SeededGenerator

    /// The first year in which the present form of contract staff entered.
    private static let firstContractYear = 2021

    mutating func make(for seat: Seat, register: inout NIPRegister) -> CityPerson {
        let employment = employment(for: seat)
        let schooling = schooling(for: seat)
        let (entry, entryAge) = entry(for: seat, employment: employment, schooling: schooling)
        let birth = entry.adding(months: -12 * entryAge).adding(days: -random.below(365))
        let sex = random.chance(perMille: 520) ? CitySex.female : .male
        let months = entry.fullMonths(until: day)
        let (first, grade) = grades(for: seat, employment: employment, schooling: schooling, years: months / 12)
        let post = post(for: seat, grade: grade, schooling: schooling)
        var person = CityPerson(
            nip: register.next(birth: birth, entry: entry, sex: sex, isContract: employment.isContract),
            name: NameStock.name(sex, random: &random),
            sex: sex,
            birth: birth,
            birthplace: NameStock.birthplace(random: &random),
            employment: employment,
            entry: entry,
            firstGrade: first,
            grade: grade,
            gradeSince: gradeSince(entry: entry, changed: first != grade),
            schooling: schooling,
            graduationYear: entry.year - random.within(0...2),
            post: post,
            unit: seat.unit,
            postSince: postSince(seat: seat, employment: employment, entry: entry, months: months),
            privateNumber: random.below(100_000_000))
        var career = CareerMaker(plan: plan, units: units, day: day, purpose: seat.purpose, random: random)
        career.fill(&person)
        random = career.random
        return person
    }

    private mutating func employment(for seat: Seat) -> CityPerson.Employment {
        guard case .role(let role) = seat.work, seat.purpose == .ordinary else {
            return .servant
        }
        if random.chance(perMille: role.contractPerMille) {
            return random.chance(perMille: 180) ? .partTime : .contract
        }
        return random.chance(perMille: 50) ? .candidate : .servant
    }

    private mutating func schooling(for seat: Seat) -> Schooling {
        switch seat.work {
        case .role(let role): random.pick(role.schoolings)
        case .heading: random.pick(CityRole.leadership)
        }
    }

    /// The first day of service and the age on it; nobody has reached a retirement age.
    private mutating func entry(
        for seat: Seat,
        employment: CityPerson.Employment,
        schooling: Schooling
    ) -> (CityDay, age: Int) {
        let thisMonth = day.monthStart
        switch employment {
        case .candidate:
            return (thisMonth.adding(months: -random.within(1...10)), random.within(schooling.level.entryAges))
        case .contract, .partTime:
            let longest = CityDay(Self.firstContractYear, 1, 1).fullMonths(until: thisMonth)
            return (thisMonth.adding(months: -random.within(1...min(longest, 58))), random.within(25...45))
        case .servant:
            let age: Int
            let years: ClosedRange<Int>
            switch (seat.work, seat.purpose) {
            case (.heading(let post), _):
                age = random.within(22...26)
                years = post.eselon?.serviceYears ?? 10...20
            case (_, .readyOperator):
                age = random.within(22...26)
                years = 8...14
            case (_, .trainer):
                age = random.within(25...28)
                years = 12...24
            case (_, .ordinary):
                age = random.within(schooling.level.entryAges)
                // At 56 years and a birthday to come, a person is still short of 58.
                years = 2...(55 - age)
            }
            return (thisMonth.adding(months: -(random.within(years) * 12 + random.below(12))), age)
        }
    }

    private mutating func grades(
        for seat: Seat,
        employment: CityPerson.Employment,
        schooling: Schooling,
        years: Int
    ) -> (first: CityGrade, now: CityGrade) {
        let level = schooling.level
        if employment.isContract {
            return (.contract(level.contractGrade), .contract(level.contractGrade))
        }
        // The degree of a head was often earned in service; they entered with a first degree.
        let first = min(level.firstRank, Schooling.Level.bachelor.firstRank)
        if employment == .candidate {
            return (.servant(level.firstRank), .servant(level.firstRank))
        }
        switch seat.work {
        case .heading(let post):
            let minimum = post.eselon?.minimumRank ?? 9
            return (.servant(first), .servant(random.within(minimum...(minimum + 1))))
        case .role(let role):
            let isExpert = role.track != .pelaksana && level >= .diploma4
            let last = role.track == .pelaksana ? min(level.lastRank, 11) : isExpert ? 13 : 11
            return (.servant(level.firstRank), .servant(min(level.firstRank + years / 4, last)))
        }
    }

    private func post(for seat: Seat, grade: CityGrade, schooling: Schooling) -> CityPost {
        switch seat.work {
        case .heading(let post):
            return post
        case .role(let role):
            guard role.track != .pelaksana else {
                return CityPost(role: role, level: nil)
            }
            let isExpert = role.track == .expert || (role.track == .both && schooling.level >= .diploma4)
            let ladder: [CityPost.Level] = isExpert ? CityRole.Track.expert.levels : CityRole.Track.skilled.levels
            let level: CityPost.Level? =
                switch grade {
                case .servant(let rank): ladder.last { $0.ranks.lowerBound <= rank } ?? ladder.first
                case .contract: ladder.first
                }
            return CityPost(role: role, level: level)
        }
    }

    /// Promotions come in April and October; the last is at most some four years ago.
    private mutating func gradeSince(entry: CityDay, changed: Bool) -> CityDay {
        guard changed else {
            return entry
        }
        let promotion = CityDay(day.year - random.within(0...3), random.pick([4, 10]), 1)
        return max(entry, promotion < day ? promotion : promotion.adding(months: -12))
    }

    private mutating func postSince(
        seat: Seat,
        employment: CityPerson.Employment,
        entry: CityDay,
        months: Int
    ) -> CityDay {
        guard employment == .servant else {
            return entry
        }
        let wanted: Int
        if case .readyOperator = seat.purpose {
            wanted = random.within(30...54)
        } else {
            wanted = random.within(
                random.pick(weighted: [(1...11, 15), (12...23, 20), (24...59, 40), (60...110, 25)]))
        }
        return wanted >= months ? entry : max(entry, day.adding(months: -wanted).adding(days: -random.below(28)))
    }
}
