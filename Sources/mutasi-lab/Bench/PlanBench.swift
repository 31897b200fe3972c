import ArgumentParser
import Personnel
import Planning

/// Seconds of a whole plan of a made-up city: gates, fits, both stages, and a reason for everybody.
struct PlanBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "A plan for a made-up city: seconds for it, seconds for a changed line, peak memory.",
        discussion: """
            Wishes and the way between districts are weighed too. Each change keeps the first person of the plan's list where \
            she is, as a board does, and is planned anew.
            """)

    @Option(help: "How many people the city has.")
    var people = 8500

    @Option(help: "How many of a hundred people may move.")
    var movable = 100

    @Option(help: "Which of the made-up cities of this size.")
    var seed: UInt64 = 1

    @Option(help: "How many changes are tried.")
    var changes = 5

    @Flag(help: "One JSON document instead of a table.")
    var json = false

    func validate() throws {
        guard (1...PlanLimits.people).contains(people) else {
            throw ValidationError("--people takes 1 to \(PlanLimits.people).")
        }
        guard (0...100).contains(movable) else { throw ValidationError("--movable takes 0 to 100.") }
        guard (0...PlanLimits.changes).contains(changes) else {
            throw ValidationError("--changes takes 0 to \(PlanLimits.changes).")
        }
    }

    func run() throws {
        guard let pool = PlanPoolGenerator(people: people, movable: movable, seed: seed).pool() else {
            throw BenchFailure("no pool")
        }
        var policy = PersonnelPolicy.standard
        policy.fitWeights.ownWish = 10
        policy.fitWeights.district = 10
        var made: PlanSession?
        let seconds = try Stopwatch.seconds { made = try PlanSession(pool, PlanSettings(), policy: policy) }
        guard let session = made, let plan = session.outcome.plan, plan.certificate.isProved else {
            throw BenchFailure("no proved plan")
        }
        var figures = BenchReport(
            title: "plan: \(pool.people.count) people, \(pool.seats.count) seats, \(pool.groups.count) groups, "
                + "\(movable) of 100 may move")
        figures.add("plan with every reason", seconds * 1000, "ms")
        figures.add("peak memory", Double(Machine.peakMemory) / 1_048_576, "MiB")
        figures.add("moves", Double(plan.lines.count), "")
        figures.add("packages", Double(plan.packages.count), "")
        figures.add("points gained", Double(plan.pointsAfter - plan.pointsBefore), "")
        var times: [Double] = []
        while times.count < changes, let line = session.outcome.plan?.lines.first(where: { !$0.isFixed }) {
            let change = PlanChange(.keep, person: line.person, reason: "bench")
            times.append(try Stopwatch.seconds { _ = try session.change(change) })
        }
        times.sort()
        if let worst = times.last {
            figures.add("a changed line, median", times[times.count / 2] * 1000, "ms")
            figures.add("a changed line, worst", worst * 1000, "ms")
        }
        figures.print(json: json)
    }
}
