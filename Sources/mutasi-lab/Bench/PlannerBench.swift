import ArgumentParser
import Foundation
import Planning

/// Seconds and memory of the planner on a file or a made-up problem.
struct PlannerBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "planner",
        abstract: "The best assignment of staff to posts: total score, seconds to build and to solve, peak memory.",
        discussion: """
            FILE is in the planner's text format: p STAFF POSTS UNITS, u UNIT MIN, s STAFF HOMEUNIT, j POST UNIT, e STAFF POST \
            SCORE; optional are q UNIT MAX and t UNIT PARENT. With --generate, a made-up problem is written there first \
            (kinds: \(AssignmentGenerator.Kind.allCases.map(\.rawValue).joined(separator: ", "))). A re-plan forbids one edge of \
            the plan; the median of many is given.
            Sources/mutasi-lab/Peers/planner runs OR-Tools beside it on the same files and prints the ratio.
            """)

    @Argument(help: "The problem.", completion: .file())
    var file: String

    @Option(help: "Write a made-up problem of so many staff to FILE first.")
    var generate: Int?

    @Option(help: "Which of the made-up problems of this size and kind.")
    var seed: UInt64 = 1

    @Option(help: "The kind of the made-up problem.")
    var kind = AssignmentGenerator.Kind.ordinary

    @Option(help: "Write the assignment and the prices, which prove it, to this file.", completion: .file())
    var certificate: String?

    @Option(help: "Re-plans after one change each.")
    var changes = 1000

    @Flag(help: "One JSON document instead of a table.")
    var json = false

    func validate() throws {
        guard (1...AssignmentLimits.staff).contains(generate ?? 1) else {
            throw ValidationError("--generate takes 1 to \(AssignmentLimits.staff).")
        }
        guard (0...1_000_000).contains(changes) else { throw ValidationError("--changes takes 0 to 1000000.") }
    }

    func run() throws {
        if let generate {
            try write(AssignmentGenerator(staff: generate, seed: seed, kind: kind).problem())
        }
        let (solver, build) = try built()
        var outcome: AssignmentOutcome?
        let solve = Stopwatch.seconds { outcome = solver.solve() }
        let memory = Machine.peakMemory
        switch outcome {
        case .solved(let plan):
            try report(solver.problem, plan, solver, build: build, solve: solve, memory: memory)
        case .infeasible(let obstacle):
            throw BenchFailure(Self.sentence(obstacle))
        case nil:
            throw BenchFailure("no outcome")
        }
    }

    /// A solver of the file's problem, which is not needed any more, and seconds to build it.
    private func built() throws -> (AssignmentSolver, Double) {
        let problem = try read()
        var solver: AssignmentSolver?
        let seconds = Stopwatch.seconds { solver = AssignmentSolver(problem) }
        guard let solver else { throw BenchFailure("no solver") }
        return (solver, seconds)
    }

    private func report(
        _ problem: AssignmentProblem, _ plan: AssignmentPlan, _ solver: AssignmentSolver, build: Double, solve: Double,
        memory: Int
    ) throws {
        var violation: AssignmentViolation?
        let check = Stopwatch.seconds { violation = problem.violation(of: plan) }
        if let violation { throw BenchFailure("the plan is not proved: \(violation)") }
        let ties = Stopwatch.seconds { solver.settleTies() }
        if let certificate {
            try write(solver.plan, to: certificate)
        }
        var figures = BenchReport(
            title: "planner: \(problem.staffCount) staff, \(problem.postCount) posts, \(problem.groupCount) units, "
                + "\(problem.edgeCount) edges")
        figures.add("total score", Double(plan.total), "")
        figures.add("build", build * 1000, "ms")
        figures.add("solve", solve * 1000, "ms")
        figures.add("ties by the published rule", ties * 1000, "ms")
        figures.add("check of the certificate", check * 1000, "ms")
        figures.add("peak memory, reading included", Double(memory) / 1_048_576, "MiB")
        if changes > 0, let replan = try replans(problem, solver) {
            figures.add("re-plan after one change, median", replan.median * 1_000_000, "us")
            figures.add("re-plan after one change, worst", replan.worst * 1_000_000, "us")
            figures.add("  median of a solve", replan.median / solve * 1000, "thousandths")
        }
        figures.print(json: json)
    }

    /// Seconds of forbidding the present posts of staff spread over all, one after another.
    private func replans(
        _ problem: AssignmentProblem, _ solver: AssignmentSolver
    ) throws -> (median: Double, worst: Double)? {
        guard problem.staffCount > 0 else { return nil }
        // The first change turns the edges round, once.
        _ = try solver.setPosts(solver.posts(of: 0), staff: 0)
        var times: [Double] = []
        for index in 0..<min(changes, problem.staffCount) {
            let staff = index * problem.staffCount / min(changes, problem.staffCount)
            times.append(try Stopwatch.seconds { _ = try solver.forbid(staff: staff, post: solver.post(of: staff)) })
        }
        let after = solver.problem
        guard after.violation(of: solver.plan) == nil, case .solved(let fresh) = AssignmentSolver(after).solve(),
            fresh.total == solver.total
        else { throw BenchFailure("after the changes the plan is not the best") }
        times.sort()
        return times.last.map { (times[times.count / 2], $0) }
    }

    private func read() throws -> AssignmentProblem {
        guard let handle = FileHandle(forReadingAtPath: file) else { throw BenchFailure("\(file) cannot be read") }
        defer { try? handle.close() }
        var reader = AssignmentReader()
        while let piece = try handle.read(upToCount: 1 << 16), !piece.isEmpty {
            try piece.withUnsafeBytes { try reader.take($0) }
        }
        return try reader.finish()
    }

    private func write(_ problem: AssignmentProblem) throws {
        let handle = try created(file)
        defer { try? handle.close() }
        try problem.writeText { try handle.write(contentsOf: Data($0)) }
    }

    private func write(_ plan: AssignmentPlan, to path: String) throws {
        let handle = try created(path)
        defer { try? handle.close() }
        try plan.writeText { try handle.write(contentsOf: Data($0)) }
    }

    private func created(_ path: String) throws -> FileHandle {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw BenchFailure("\(path) cannot be written") }
        return handle
    }

    private static func sentence(_ obstacle: AssignmentObstacle) -> String {
        let set =
            "\(obstacle.staff.count) staff, \(obstacle.posts.count) posts, units "
            + obstacle.groups.prefix(20).map(String.init).joined(separator: " ")
        switch obstacle.kind {
        case .crowded(let staff):
            return "no plan: staff member \(staff) finds no post; \(obstacle.missing) too many in \(set)"
        case .short(let group):
            return "no plan: unit \(group) cannot have its minimum; \(obstacle.missing) too few in \(set)"
        case .full(let group):
            return "no plan: unit \(group) cannot keep to its maximum; \(obstacle.missing) too many in \(set)"
        }
    }
}

extension AssignmentGenerator.Kind: ExpressibleByArgument {}
