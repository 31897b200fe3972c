import Planning
import Testing

struct TextTests {
    private static let small = "p 2 3 2\nu 0 1\nu 1 0\ns 0 0\ns 1 1\nj 0 0\nj 1 1\nj 2 0\ne 0 0 0\ne 0 2 -5\ne 1 1 0\n"

    @Test func writtenProblemsAreReadBack() throws {
        for seed in 0..<500 as Range<UInt64> {
            let problem = try RandomProblems.problem(seed)
            #expect(try AssignmentReader.read(problem.text) == problem)
        }
    }

    @Test func theOrderOfLinesDoesNotCount() throws {
        let lines = Self.small.split(separator: "\n")
        let turned = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
        #expect(try AssignmentReader.read(turned.utf8) == AssignmentReader.read(Self.small.utf8))
        #expect(try String(decoding: AssignmentReader.read(turned.utf8).text, as: UTF8.self) == Self.small)
    }

    @Test func piecesMayBeCutAnywhere() throws {
        let bytes = Array(Self.small.utf8)
        for cut in bytes.indices {
            var reader = AssignmentReader()
            try bytes[..<cut].withUnsafeBytes { try reader.take($0) }
            try bytes[cut...].withUnsafeBytes { try reader.take($0) }
            #expect(try reader.finish() == AssignmentReader.read(bytes))
        }
    }

    @Test func quotasAndTreesAreRead() throws {
        let problem = try AssignmentReader.read((Self.small + "q 0 2\nt 0 1\n").utf8)
        #expect(problem.groups == [StaffingGroup(minimum: 1, maximum: 2, parent: 1), StaffingGroup(minimum: 0)])
    }

    @Test(arguments: [
        ("", AssignmentError.Code.missing, nil), ("u 0 1", .missing, 1), ("p 1 1", .syntax, 1),
        ("p 1 1 1 1", .syntax, 1), ("p 1 1 1 ", .syntax, 1), ("p  1 1 1", .syntax, 1), ("p 01 1 1", .syntax, 1),
        ("p -1 1 1", .syntax, 1), ("p +1 1 1", .syntax, 1), ("p 1 1 1\r", .syntax, 1), ("p 1 1 1\n\n", .syntax, 2),
        ("p 1 1 1\np 1 1 1", .duplicate, 2), ("p 1 1 1\nx 1", .syntax, 2), ("p 1 1 1\ne 0 0 -0", .syntax, 2),
        ("p 1 1 1\ne 0 0 00", .syntax, 2), ("p 1 1 1\ne 0 0 1000001", .range, 2),
        ("p 1 1 1\ne 0 0 -1000001", .range, 2),
        ("p 1 1 1\ne 0 0 99999999999999999999", .range, 2), ("p 1 1 1\ne 1 0 0", .range, 2),
        ("p 1 1 1\ne 0 1 0", .range, 2), ("p 1 1 1\ns 0 1", .range, 2), ("p 1 1 1\ns 1 0", .range, 2),
        ("p 1 1 1\nj 1 0", .range, 2), ("p 1 1 1\nu 1 0", .range, 2), ("p 1 1 1\nu 0 0\nu 0 0", .duplicate, 3),
        ("p 1 1 1\ns 0 0\ns 0 0", .duplicate, 3), ("p 1 1 1\nj 0 0\nj 0 0", .duplicate, 3),
        ("p 1 1 1\ne 0 0 0\ne 0 0 1", .duplicate, 3), ("p 1 1 1\nq 0 1\nq 0 1", .duplicate, 3),
        ("p 1 1 1\ns 0 0\nj 0 0", .missing, nil), ("p 1 1 1\nu 0 0\nj 0 0", .missing, nil),
        ("p 1 1 1\nu 0 0\ns 0 0", .missing, nil), ("p 1 1 1\nu 0 2\nq 0 1\ns 0 0\nj 0 0", .bounds, nil),
        ("p 1 1 1\nu 0 0\nt 0 0\ns 0 0\nj 0 0", .tree, nil), ("p 1000001 1 1", .limit, 1), ("p 1 1500001 1", .limit, 1),
        ("p 1 1 250001", .limit, 1), ("p 1 1 1\n\(String(repeating: "e", count: 64))", .limit, 2),
        ("p 1 1 1\ne 0 0 \(String(repeating: "0", count: 500))\n", .limit, 2), ("\u{0}", .syntax, 1),
    ])
    func whatIsNotOfTheFormatIsRefused(_ text: String, _ code: AssignmentError.Code, _ line: Int?) throws {
        let error = try #require(throws: AssignmentError.self) { try AssignmentReader.read(text.utf8) }
        #expect(error.code == code && error.line == line, "\(error)")
    }

    /// Bytes changed at random are refused or read, and what is read can be solved; nothing traps.
    @Test func spoiltTextsTrapNothing() throws {
        var random = SeededGenerator(1)
        for seed in 0..<3_000 as Range<UInt64> {
            var text = try RandomProblems.problem(seed).text
            for _ in 0...Int.random(in: 0...3, using: &random) {
                let place = Int.random(in: text.indices, using: &random)
                text[place] = Array("0123456789 -\npusjeqt".utf8).randomElement(using: &random) ?? 0
            }
            guard let problem = try? AssignmentReader.read(text), problem.staffCount < 100 else { continue }
            if case .solved(let plan) = AssignmentSolver(problem).solve() {
                #expect(problem.violation(of: plan) == nil)
            }
        }
    }

    @Test func limitsThemselvesAreTaken() throws {
        let text = "p 1 1 1\nu 0 1\ns 0 0\nj 0 0\ne 0 0 -1000000"
        guard case .solved(let plan) = try AssignmentSolver(AssignmentReader.read(text.utf8)).solve() else {
            Issue.record("no plan")
            return
        }
        #expect(plan.total == -1_000_000)
    }
}
