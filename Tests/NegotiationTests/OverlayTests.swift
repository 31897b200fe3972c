import Negotiation
import Testing

struct OverlayTests {
    private func vacancy(_ text: String, created: Int, body: String = "{}") throws -> Record {
        Record(
            id: try #require(RecordID(text: text)), kind: .vacancy, revision: 1, audience: .all,
            body: Array(body.utf8), created: created, changed: created)
    }

    @Test func linkedRecordsComeInTheOrderTheyWereMade() throws {
        let later = try vacancy("00000000-0000-7000-8000-000000000001", created: 9)
        let earlier = try vacancy("00000000-0000-7000-8000-000000000002", created: 4)
        var overlay = Overlay(EmptyReader())
        overlay.apply([.put(later), .put(earlier)])
        #expect(try overlay.records(linked: .kind(.vacancy)).map(\.created) == [4, 9])
    }

    @Test func anEndedRecordLeavesTheOpenOnes() throws {
        let id = "00000000-0000-7000-8000-000000000001"
        var overlay = Overlay(EmptyReader())
        overlay.apply([.put(try vacancy(id, created: 1))])
        #expect(try overlay.records(linked: .open(.vacancy)).count == 1)
        overlay.apply([.put(try vacancy(id, created: 1, body: #"{"ended":{"position":2}}"#))])
        #expect(try overlay.records(linked: .open(.vacancy)).isEmpty)
        #expect(try overlay.records(linked: .kind(.vacancy)).count == 1)
    }

    @Test func whatWasPutIsFoundUnderItsLinksHoweverMuchWasPut() throws {
        var overlay = Overlay(EmptyReader())
        for number in 0..<20 {
            let id = "00000000-0000-7000-8000-0000000000\(10 + number)"
            overlay.apply([.put(try vacancy(id, created: number))])
            overlay.apply([.put(try vacancy(id, created: number, body: #"{"ended":{"position":2}}"#))])
            if number % 2 == 0 {
                overlay.apply([.put(try vacancy(id, created: number))])
            }
        }
        #expect(try overlay.records(linked: .kind(.vacancy)).map(\.created) == Array(0..<20))
        #expect(try overlay.records(linked: .open(.vacancy)).map(\.created) == Array(stride(from: 0, to: 20, by: 2)))
    }

    @Test func aReleasedTagIsFree() throws {
        let record = try vacancy("00000000-0000-7000-8000-000000000001", created: 1)
        var below = Overlay(EmptyReader())
        below.apply([.claim(tag: "person", record: record.id)])
        var overlay = Overlay(below)
        #expect(try overlay.claim("person") == record.id)
        overlay.apply([.release(tag: "person")])
        #expect(try overlay.claim("person") == nil)
    }
}
