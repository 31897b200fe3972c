import Negotiation
import Personnel
import Testing

@testable import NodeKit

struct StartedTransferTests {
    private func transfer(started: String) throws -> Transfer {
        func id(_ number: Int) throws -> String { try StaffRecords.id(number).text }
        let body = """
            {"state":"started","offer":"\(try id(2))","card":"\(try id(1))","vacancy":"\(try id(10))",\
            "document":"\(try id(3))","home":"disdukcapil","receiving":"dinkes","route":"secondment",\
            "policy":"\(try id(900))","assignment":"second","start":"2026-05-01","return":"2026-06-01","computed":[],\
            "steps":[],"openGates":[]\(started)}
            """
        return try Transfer(
            Record(
                id: try StaffRecords.id(50), kind: .transfer, revision: 1, audience: .all, body: Array(body.utf8),
                created: 1, changed: 1))
    }

    @Test func transferThatHasNotStartedIsNone() throws {
        #expect(StartedTransfer(try transfer(started: ""), vacancy: nil, document: nil) == nil)
    }

    @Test func startLetterGivesTheFirstDayAndTheVacancyThePlace() throws {
        let letter = """
            ,"started":{"position":7,"operation":"\(try StaffRecords.id(4).text)","actor":"siti",\
            "value":{"date":"2026-05-04","number":"800/1"}}
            """
        let started = try #require(
            StartedTransfer(
                try transfer(started: letter), vacancy: try StaffRecords.vacancy(10, StaffRecords.counterPost),
                document: nil))
        #expect(started.start == StaffDatabase.day("2026-05-04"))
        #expect(started.effect == .second)
        #expect(started.place.post.id == "PL-77" && started.place.post.family == "administrasi")
        #expect(started.place.unitName == "Puskesmas Tengah")
        #expect(started.span?.until == StaffDatabase.day("2026-05-31"))
    }
}
