import Foundation
import Testing

@testable import Terminal

/// What `policy check` says of a set that is wrong: file, line, path and what was expected.
struct PolicyFilesTests {
    /// A copy of a set, changed before it is read.
    private func failure(_ file: String, _ change: (inout String) -> Void) throws -> String? {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("policy-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("routes"), withIntermediateDirectories: true)
        for (name, text) in Self.set {
            var text = text
            if name == file { change(&text) }
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        do {
            _ = try PolicyFiles(folder.path)
            return nil
        } catch let error as Failure {
            return error.detail.replacing(folder.path + "/", with: "")
        }
    }

    private static let set = [
        "policy.json": """
        {
          "version": 1, "from": "2026-01-01",
          "thresholds": {
            "termInPostMonths": 24, "rotationDueMonths": 60, "appraisalYears": 2, "appraisalReadyMonth": 3,
            "competenceOptimalPercent": 80, "competenceNearPercent": 68, "yearsLeftToRetirement": 2,
            "trainingHoursPerYear": 20, "effectiveMinutesPerYear": 75000, "fitExperienceFullMonths": 60,
            "fitOtherFieldPermille": 500
          },
          "weights": {"competence": 40, "education": 20, "appraisals": 20, "experience": 20},
          "rules": {
            "R7": {"years": 2},
            "ladder": [
              {"eselons": ["IV.a"], "grade": "III/c"}
            ]
          },
          "head": {"tenures": [], "elections": []}
        }
        """,
        "routes/a.json": """
        {
          "code": "a", "home": "heard", "receiving": "heard",
          "opinions": [
            {"code": "board", "answers": ["R18"]},
            {"code": "bkn", "answers": ["R17"], "required": false}
          ],
          "document": {"code": "sk"}, "assignment": "definitive", "modes": ["first"],
          "rules": ["R1", "R23"],
          "remarks": ["R23"],
          "steps": [], "stanceDays": 14, "outerDays": 30, "holdDays": 60, "sheetDays": 14
        }
        """,
    ]

    @Test func theSetItselfIsRight() throws {
        #expect(try failure("") { _ in } == nil)
    }

    @Test(arguments: [
        (
            "routes/a.json", "\"heard\", \"receiving\"", "\"asked\", \"receiving\"",
            "routes/a.json:2 /home: expected required, heard, none"
        ),
        (
            "routes/a.json", "\"R17\"", "\"R5\"",
            "routes/a.json:5 /opinions/1/answers: expected rules that an opinion answers: R17, R18, R22"
        ),
        (
            "routes/a.json", "[\"R23\"]", "[\"R24\"]",
            "routes/a.json:9 /remarks: expected rules of the route; R24 is not in rules"
        ),
        (
            "routes/a.json", "\"R1\", \"R23\"", "\"R1\", \"R99\"",
            "routes/a.json:8 /rules/1: expected a rule from R1 to R27"
        ),
        ("routes/a.json", "\"holdDays\": 60,", "", "routes/a.json:1 /holdDays: a required member is missing"),
        ("policy.json", "III/c", "III/x", "policy.json:13 /rules/ladder/0/grade: expected a grade such as III/a"),
        ("policy.json", "{\"years\": 2}", "{\"years\": 99}", "policy.json:11 /rules/R7/years"),
        (
            "policy.json", "\"elections\": []",
            "\"elections\": [{\"candidatesSet\":\"2024-09-22\",\"termEnd\":\"2024-09-21\"}]",
            "policy.json:16 /head/elections/0/termEnd: expected a date not before candidatesSet"
        ),
        ("policy.json", "\"version\": 1,", "\"version\": 1,,", "policy.json:2"),
        (
            "policy.json", "\"version\": 1,", "\"version\": 1, \"routes\": [],",
            "policy.json:2 /routes: expected an object without routes"
        ),
    ])
    func whatIsWrongIsToldWithItsPlace(file: String, old: String, new: String, told: String) throws {
        let detail = try #require(try failure(file) { $0 = $0.replacing(old, with: new) })
        #expect(detail.hasPrefix(told), "\(detail)")
    }
}
