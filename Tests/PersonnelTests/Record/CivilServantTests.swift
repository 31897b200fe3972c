import Personnel
import Testing

struct CivilServantTests {
    @Test func laterMeasurementCountsAndAFutureOneDoesNot() throws {
        var person = try Fixtures.servant()
        for (level, date) in [(3, "2025-05-01"), (1, "2023-05-01"), (5, "2027-01-01")] {
            let score = CompetenceScore(competence: "kerja-sama", level: level, assessed: try day(date))
            person.competences?.append(try #require(score))
        }
        #expect(person.competenceLevels(on: try day("2026-01-05")) == ["kerja-sama": 3, "pelayanan-publik": 2])
        person.competences = nil
        #expect(person.competenceLevels(on: try day("2026-01-05")) == nil)
        #expect(CompetenceScore(competence: "kerja-sama", level: 0, assessed: try day("2025-05-01")) == nil)
        #expect(CompetenceScore(competence: "kerja-sama", level: 6, assessed: try day("2025-05-01")) == nil)
    }

    @Test func profileHasThePresentPostAndItsFamily() throws {
        var person = try Fixtures.servant()
        person.posts.append(Post(id: "P-0", name: "Pengadministrasi", kind: .pelaksana, family: "layanan"))
        let profile = person.profile(on: try day("2026-01-01"))
        #expect(profile.postName == "Operator Layanan Operasional")
        #expect(profile.monthsInPost == 48)
        #expect(profile.monthsInFamily == 48 + 82)
    }

    @Test func twoDefinitivePostsAreNoPost() throws {
        var person = try Fixtures.servant()
        person.assignments.append(try Fixtures.assignment(post: "P-2", from: "2024-01-01"))
        #expect(person.definitiveAssignment(on: try day("2023-12-31"))?.postID == "P-1")
        #expect(person.definitiveAssignment(on: try day("2024-01-01")) == nil)
        #expect(person.monthsInPost(on: try day("2024-01-01")) == nil)
    }

    @Test func retirementFollowsThePostHeld() throws {
        var person = try Fixtures.servant()
        #expect(person.retirementDate(inPostOn: try day("2026-01-01"))?.iso == "2048-06-01")
        person.posts = []
        #expect(person.retirementDate(inPostOn: try day("2026-01-01")) == nil)
    }
}
