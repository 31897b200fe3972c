/// Fills in what happened to a person so far: posts, appraisals, competences and the rest.
struct CareerMaker {
    let plan: AgencyPlan
    let units: [CityUnit]
    let day: CityDay
    let purpose: Seat.Purpose
    var random: SeededGenerator

    private var isReady: Bool {
        purpose == .readyOperator
    }

    mutating func fill(_ person: inout CityPerson) {
        person.placements = placements(of: person)
        person.appraisals = appraisals(of: person)
        person.competences = competences(of: person)
        person.trainings = trainings(of: person)
        if !isReady {
            person.sanctions = sanctions(of: person)
            person.leaves = leaves(of: person)
        }
        person.certificates = certificates(of: person)
        person.counterDuties = counterDuties(of: person)
        person.talents = talents(of: person)
    }

    /// Scores that follow from ratings and competences alone; whoever came lately has none.
    private func talents(of person: CityPerson) -> [CityPerson.TalentScore] {
        let assessed = CityDay(day.year - 1, 11, 30)
        guard person.entry.fullMonths(until: assessed) >= 24, let last = person.appraisals.last else { return [] }
        let performance =
            switch (last.results, last.behaviour) {
            case (.above, .above): 94
            case (.above, .meets), (.meets, .above): 86
            case (.meets, .meets): 78
            default: 58
            }
        let surplus = person.competences.reduce(0) { $0 + $1.level - person.post.standard }
        return [
            CityPerson.TalentScore(
                performance: performance, potential: min(max(72 + 4 * surplus, 30), 98), date: assessed)
        ]
    }

    private mutating func placements(of person: CityPerson) -> [CityPerson.Placement] {
        var placements: [CityPerson.Placement] = []
        let monthsBefore = person.entry.fullMonths(until: person.postSince)
        if monthsBefore > 0 {
            let first = person.post.role?.posts.first ?? CityPost(role: .policyReviewer, level: nil)
            placements.append(placement(first, random.below(units.count), person.entry, "Pengangkatan Pertama"))
        }
        if monthsBefore > 60, random.chance(perMille: 500) {
            let middle = CityPost(role: random.pick([.officeClerk, .dataProcessor, .serviceOperator]), level: nil)
            let from = person.entry.adding(months: monthsBefore / 2)
            placements.append(placement(middle, random.below(units.count), from, "Mutasi"))
        }
        let kind =
            if placements.isEmpty {
                "Pengangkatan Pertama"
            } else {
                person.post.kind == .pelaksana ? "Mutasi" : "Promosi"
            }
        placements.append(placement(person.post, person.unit, person.postSince, kind))
        return placements
    }

    private mutating func placement(_ post: CityPost, _ unit: Int, _ from: CityDay, _ kind: String)
        -> CityPerson.Placement
    {
        let decree = "821/\(padded(random.within(1...9999), to: 4))/\(from.year)"
        return CityPerson.Placement(post: post, unit: unit, from: from, decree: decree, kind: kind)
    }

    /// The last three full years in which the person served at least half a year.
    private mutating func appraisals(of person: CityPerson) -> [CityPerson.Appraisal] {
        ((day.year - 3)...(day.year - 1)).compactMap { year in
            guard person.entry <= CityDay(year, 7, 1) else {
                return nil
            }
            if isReady {
                return CityPerson.Appraisal(year: year, results: .meets, behaviour: random.pick([.meets, .above]))
            }
            if random.chance(perMille: 10) {
                return nil
            }
            let (results, behaviour): (CityPerson.Rating, CityPerson.Rating) = random.pick(weighted: [
                ((.meets, .meets), 700), ((.above, .meets), 90), ((.meets, .above), 95), ((.above, .above), 75),
                ((.below, .meets), 28), ((.meets, .below), 9), ((.below, .below), 3),
            ])
            return CityPerson.Appraisal(year: year, results: results, behaviour: behaviour)
        }
    }

    private mutating func competences(of person: CityPerson) -> [CityPerson.CompetenceScore] {
        if !isReady, random.chance(perMille: 120) {
            return []
        }
        let earliest = max(person.entry.number, day.number - 1280)
        guard earliest < day.number else {
            return []
        }
        let date = CityDay(number: random.within(earliest...(day.number - 1)))
        var scores = CityTraining.managerialCompetences.map { code in
            CityPerson.CompetenceScore(code: code, level: level(near: person.post.standard), date: date)
        }
        if isReady {
            scores = scores.map { score in
                CityPerson.CompetenceScore(
                    code: score.code, level: score.code == "pelayanan-publik" ? 3 : max(2, score.level), date: date)
            }
        }
        let technical = person.post.role?.technical ?? plan.technical
        scores.append(
            CityPerson.CompetenceScore(
                code: technical,
                level: max(isReady ? 2 : 1, level(near: plan.technicalStandard(of: person.post))), date: date))
        if isReady {
            scores.append(CityPerson.CompetenceScore(code: CityTraining.permits.competence, level: 1, date: date))
        } else if technical != "teknis-informatika", random.chance(perMille: 150) {
            scores.append(
                CityPerson.CompetenceScore(code: "teknis-informatika", level: random.within(1...2), date: date))
        }
        return scores
    }

    private mutating func level(near standard: Int) -> Int {
        let difference = random.pick(weighted: [(-1, 12), (0, 60), (1, 28)])
        return min(5, max(1, standard + difference))
    }

    private mutating func trainings(of person: CityPerson) -> [CityPerson.Attendance] {
        let technical = CityTraining.technical(person.post.role?.technical ?? plan.technical)
        var offered = CityTraining.general
        var chosen: [CityTraining] = []
        if plan.technicalStandard(of: person.post) > person.post.standard {
            chosen.append(technical)
        } else {
            offered.append(technical)
        }
        if purpose == .trainer {
            chosen.append(.trainingOfTrainers)
        }
        for _ in 0..<random.below(4) {
            chosen.append(offered.remove(at: random.below(offered.count)))
        }
        let earliest = max(person.entry.number, day.number - 1800)
        guard earliest < day.number else {
            return []
        }
        return
            chosen
            .map {
                CityPerson.Attendance(training: $0, date: CityDay(number: random.within(earliest...(day.number - 1))))
            }
            .sorted { ($0.date, $0.training.name) < ($1.date, $1.training.name) }
    }

    private mutating func sanctions(of person: CityPerson) -> [CityPerson.Sanction] {
        let served = person.entry.fullMonths(until: day)
        guard served > 12, random.chance(perMille: 18) else {
            return []
        }
        let (severity, kind, length) = random.pick([
            ("ringan", "Teguran tertulis", 6), ("sedang", "Pemotongan tunjangan kinerja 25%", 9),
            ("berat", "Penurunan jabatan setingkat lebih rendah", 12),
        ])
        let from = day.adding(months: -random.within(1...min(served - 1, 48)))
        return [
            CityPerson.Sanction(kind: kind, severity: severity, from: from, until: from.adding(months: length))
        ]
    }

    private mutating func leaves(of person: CityPerson) -> [CityPerson.Leave] {
        let served = person.entry.fullMonths(until: day)
        guard person.employment == .servant, served > 36, random.chance(perMille: 20) else {
            return []
        }
        let (kind, length) = random.pick([("tugas belajar", 24), ("ikatan dinas", 48), ("cltn", 12)])
        let from = day.adding(months: -random.within(2...30)).monthStart
        return [CityPerson.Leave(kind: kind, from: from, until: from.adding(months: length).adding(days: -1))]
    }

    private mutating func certificates(of person: CityPerson) -> [CityPerson.Certificate] {
        (person.post.role?.certificates ?? []).compactMap { kind in
            // A few are missing: the rule about certificates has to find them.
            if random.chance(perMille: 30) {
                return nil
            }
            let number = "\(kind.uppercased())-\(padded(random.below(1_000_000), to: 6))"
            switch kind {
            case "SIP":
                return CityPerson.Certificate(
                    kind: kind, number: number, issuer: "Dinas Kesehatan", place: units[person.unit].name,
                    validUntil: day.adding(months: random.within(-2...58)))
            case "STR":
                // Valid for life since UU 17/2023.
                return CityPerson.Certificate(
                    kind: kind, number: number, issuer: "Konsil Kesehatan", place: "", validUntil: nil)
            default:
                return CityPerson.Certificate(
                    kind: kind, number: number, issuer: "Lembaga Sertifikasi Contoh", place: "",
                    validUntil: random.chance(perMille: 500) ? day.adding(months: random.within(-3...36)) : nil)
            }
        }
    }

    private mutating func counterDuties(of person: CityPerson) -> [CityPerson.CounterDuty] {
        guard !plan.services.isEmpty else {
            return []
        }
        if units[person.unit].isOutlet, person.post.servesCounters {
            let first = random.below(plan.services.count)
            let count = isReady ? 2 : random.within(1...2)
            return (0..<min(count, plan.services.count)).map { index in
                CityPerson.CounterDuty(
                    service: plan.services[(first + index) % plan.services.count], from: person.postSince, until: nil)
            }
        }
        let served = person.entry.fullMonths(until: day)
        guard served > 24, random.chance(perMille: 80) else {
            return []
        }
        let from = person.entry.adding(months: random.within(1...(served / 2)))
        let until = from.adding(months: random.within(3...min(24, served / 2)))
        return [CityPerson.CounterDuty(service: random.pick(plan.services), from: from, until: until)]
    }
}
