/// Writes a workload analysis around the people who are there: mostly balanced, some units short, some in surplus.
struct WorkloadPlanner {
    /// The effective minutes of a year that the analysis is made for.
    static let effectiveMinutes = 75_000

    let plan: AgencyPlan
    let units: [CityUnit]
    let people: [CityPerson]
    var random: SeededGenerator

    private struct Line {
        let post: CityPost
        let unit: Int
        var holders: Int
    }

    mutating func rows() -> [CityAgency.WorkloadRow] {
        var rows: [CityAgency.WorkloadRow] = []
        for line in lines() {
            guard let need = need(of: line) else {
                continue
            }
            rows += self.rows(for: line, need: need)
        }
        return rows
    }

    /// Every post in every unit, in the order of the units' heads and then of the people.
    private func lines() -> [Line] {
        var lines: [Line] = []
        var places: [String: Int] = [:]
        func add(_ post: CityPost, _ unit: Int, holders: Int) {
            let key = "\(post.id)|\(unit)"
            if let place = places[key] {
                lines[place].holders += holders
            } else {
                places[key] = lines.count
                lines.append(Line(post: post, unit: unit, holders: holders))
            }
        }
        for (index, unit) in units.enumerated() {
            if let post = unit.headPost {
                add(post, index, holders: 0)
            }
        }
        for person in people {
            add(person.post, person.unit, holders: 1)
        }
        return lines
    }

    /// People needed; nil where the analysis was never made.
    private mutating func need(of line: Line) -> Int? {
        if line.post.kind == .structural {
            return 1
        }
        let isFirstCounter = line.unit == units.firstIndex(where: \.isOutlet)
        if isFirstCounter, line.post.role == .serviceOperator {
            // The counters of the permit office are short, those of the population office can give.
            switch plan.code {
            case "dpmptsp": return line.holders + 2
            case "disdukcapil": return max(1, line.holders - 1)
            default: break
            }
        }
        if random.chance(perMille: 40) {
            return nil
        }
        let difference = random.pick(weighted: [(0, 55), (1, 25), (2, 6), (-1, 14)])
        if plan.code == "dpmptsp", line.post.role == .serviceOperator {
            // No other counter of the permit office has anybody to spare.
            return line.holders + max(0, difference)
        }
        return max(1, line.holders + difference)
    }

    /// Tasks whose minutes sum to the need, give or take a fifth of a person: rounding gives the need back.
    private mutating func rows(for line: Line, need: Int) -> [CityAgency.WorkloadRow] {
        let tasks = line.post.role?.tasks ?? Self.headTasks
        let spread = Self.effectiveMinutes / 5
        var minutes = need * Self.effectiveMinutes + random.within(-spread...spread)
        var rows: [CityAgency.WorkloadRow] = []
        for (index, task) in tasks.enumerated() {
            let isLast = index == tasks.count - 1
            let share = isLast ? minutes : minutes * random.within(450...700) / 1000
            rows.append(
                CityAgency.WorkloadRow(
                    post: line.post, unit: line.unit, task: task, yearlyVolume: max(1, share / task.minutes)))
            minutes -= share
        }
        return rows
    }

    private static let headTasks = [
        CityRole.Task("Memimpin pelaksanaan tugas", "kegiatan", minutes: 240),
        CityRole.Task("Menilai kinerja dan membina bawahan", "penilaian", minutes: 60),
    ]
}
