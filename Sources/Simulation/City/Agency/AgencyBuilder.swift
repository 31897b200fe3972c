/// Builds one agency from its plan: units, seats, people, then the workload that fits or does not fit them.
struct AgencyBuilder {
    let plan: AgencyPlan
    let day: CityDay
    var random: SeededGenerator
    private var units: [CityUnit] = []

    init(plan: AgencyPlan, day: CityDay, random: SeededGenerator) {
        self.plan = plan
        self.day = day
        self.random = random
    }

    mutating func build(headcount: Int, dialect: FileDialect, register: inout NIPRegister) -> CityAgency {
        addUnits(headcount: headcount)
        let seats = seats(headcount: headcount)
        var maker = PersonMaker(plan: plan, units: units, day: day, random: random)
        let people = seats.map { maker.make(for: $0, register: &register) }
        random = maker.random
        var planner = WorkloadPlanner(plan: plan, units: units, people: people, random: random)
        return CityAgency(plan: plan, dialect: dialect, units: units, people: people, workload: planner.rows())
    }

    // MARK: Units

    private mutating func addUnits(headcount: Int) {
        add(plan.name, under: nil, district: plan.headDistrict, head: plan.headTitle, plan.headEselon)
        switch plan.shape {
        case .office:
            addSecretariat("Sekretaris", .iiia, sub: .iva)
            addSections("Bidang", "Kepala Bidang", .iiib)
        case .district:
            addSecretariat("Sekretaris Kecamatan", .iiib, sub: .ivb)
            addSections("Seksi", "Kepala Seksi", .iva)
        case .division:
            addSections("Subbagian", "Kepala Subbagian", .iva)
        }
        addOutlets(headcount: headcount)
    }

    private mutating func addSecretariat(_ title: String, _ eselon: CityPost.Eselon, sub: CityPost.Eselon) {
        let secretariat = add("Sekretariat", under: 0, district: plan.headDistrict, head: title, eselon)
        for name in ["Subbagian Umum dan Kepegawaian", "Subbagian Perencanaan dan Keuangan"] {
            add(name, under: secretariat, district: plan.headDistrict, head: "Kepala \(name)", sub)
        }
    }

    private mutating func addSections(_ noun: String, _ title: String, _ eselon: CityPost.Eselon) {
        for section in plan.sections {
            add("\(noun) \(section)", under: 0, district: plan.headDistrict, head: "\(title) \(section)", eselon)
        }
    }

    private mutating func addOutlets(headcount: Int) {
        guard let outlets = plan.outlets else {
            return
        }
        let count = max(1, headcount * outlets.perMille / 1000 / outlets.staffEach)
        let all = AgencyCatalogue.districts
        let first = all.firstIndex(of: plan.headDistrict) ?? 0
        let quarters = ["Lor", "Kidul", "Wetan", "Kulon", "Tengah"]
        for index in 0..<count {
            let place: String
            let district: String
            if plan.shape == .district {
                district = plan.headDistrict
                let round = index / quarters.count
                place = quarters[index % quarters.count] + (round > 0 ? " \(round + 1)" : "")
            } else {
                district = all[(first + index) % all.count]
                place = "\(district) \(padded(index / all.count + 1, to: 2))"
            }
            let name = "\(outlets.noun) \(plan.shape == .district ? "\(district) " : "")\(place)"
            add(
                name, under: 0, district: district, head: outlets.headTitle.map { "\($0) \(place)" }, .iva,
                isOutlet: true)
        }
    }

    @discardableResult
    private mutating func add(
        _ name: String,
        under parent: Int?,
        district: String,
        head: String?,
        _ eselon: CityPost.Eselon,
        isOutlet: Bool = false
    ) -> Int {
        let id = StableID.uuid("unit|\(plan.code)|\(name)")
        units.append(
            CityUnit(
                id: id, name: name, parent: parent, district: district,
                headPost: head.map { CityPost(heading: name, unitID: id, name: $0, eselon: eselon) },
                isOutlet: isOutlet))
        return units.count - 1
    }

    // MARK: Seats

    /// The head first, then the people whom stories need, then at most a quarter in structural posts, then the rest.
    private mutating func seats(headcount: Int) -> [Seat] {
        var seats: [Seat] = []
        for (index, unit) in units.enumerated().prefix(1) {
            if let post = unit.headPost {
                seats.append(Seat(unit: index, work: .heading(post)))
            }
        }
        seats += storySeats()
        let structuralLimit = seats.count + headcount / 4
        for (index, unit) in units.enumerated().dropFirst() {
            if let post = unit.headPost, seats.count < structuralLimit, !random.chance(perMille: 80) {
                seats.append(Seat(unit: index, work: .heading(post)))
            }
        }
        let offices = units.indices.filter { !units[$0].isOutlet }
        let outletUnits = units.indices.filter { units[$0].isOutlet }
        var nextOutlet = 0
        while seats.count < headcount {
            if let outlets = plan.outlets, random.chance(perMille: outlets.perMille) {
                let unit = outletUnits[nextOutlet % outletUnits.count]
                seats.append(Seat(unit: unit, work: .role(random.pick(weighted: outlets.mix))))
                nextOutlet += 1
            } else {
                seats.append(Seat(unit: random.pick(offices), work: .role(random.pick(weighted: plan.mix))))
            }
        }
        return Array(seats.prefix(headcount))
    }

    private func storySeats() -> [Seat] {
        let counter = units.firstIndex(where: \.isOutlet) ?? 0
        let ordinary = Seat(unit: counter, work: .role(.serviceOperator))
        switch plan.code {
        case "disdukcapil":
            let ready = Seat(unit: counter, work: .role(.serviceOperator), purpose: .readyOperator)
            return [ready, ready, ready, ordinary]
        case "bkpp", "diskominfo":
            return [Seat(unit: units.count - 1, work: .role(.trainer), purpose: .trainer)]
        case "dpmptsp":
            return [ordinary, ordinary]
        default:
            return []
        }
    }
}
