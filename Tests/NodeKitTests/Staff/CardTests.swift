import Foundation
import Negotiation
import Personnel
import StrictJSON
import Testing

@testable import NodeKit

struct CardTests {
    private typealias Files = OfficialExport

    private func groups(_ database: StaffDatabase, _ nip: String) throws -> JSONValue {
        .object(
            CardGroups.make(try database.sheet(nip).civilServant, on: database.today).map { ($0.name, $0.value) })
    }

    private func plan(_ database: StaffDatabase, _ cards: [Card]) throws -> [CardDraft] {
        CardDrafts.plan(cards: cards, sheets: try database.store.read { try $0.sheets() }, on: database.today) { nip in
            "tag-" + nip.text.suffix(3)
        }
    }

    @Test func groupsHoldExactlyWhatACardMaySay() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        #expect(
            try groups(database, Files.aminah).encodedText == """
                {"service":{"employment":"pns","grade":"III/b","post":"Pengadministrasi Kependudukan",\
                "postKind":"pelaksana","family":"administrasi","monthsInFamily":74,"monthsInPost":74},\
                "education":{"level":"S-1","field":"Ilmu Administrasi Negara"},\
                "competences":{"levels":{"integritas":2,"pelayanan-publik":3}},\
                "certificates":{"held":[{"kind":"operator-siak","validUntil":"2027-01-31"}]},\
                "appraisals":{"years":[{"year":2025,"rating":"sangat-baik"},{"year":2024,"rating":"baik"}]},\
                "counters":{"months":{"Loket KTP":74},"all":74},\
                "wishes":{"posts":[],"districts":[]}}
                """)
    }

    @Test func noNameNIPOrBirthDateIsInACard() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        for draft in try plan(database, []) {
            let text = draft.body.encodedText
            for hidden in ["Aminah", "Budi", "1990", "19801231", Files.aminah, Files.budi] {
                #expect(!text.contains(hidden))
            }
        }
    }

    @Test func everyActivePersonWithoutACardGetsOne() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        let drafts = try plan(database, [])
        #expect(drafts.map(\.kind) == ["card.post", "card.post"])
        #expect(drafts.last?.body.encodedText.hasPrefix(#"{"person":"tag-001","card":{"service":"#) == true)
    }

    @Test func cardThatIsOnItsWayIsNotPostedAgain() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        try database.store.link(try StaffRecords.id(1), to: try NIP(parsing: Files.aminah))
        #expect(try plan(database, []).map(\.kind) == ["card.post"])
    }

    @Test func cardThatSaysTheSameIsLeftAloneAndAChangedGroupIsEditedWithTheBytesSeen() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.references + [StaffFiles.staff([Files.row(Files.aminah, "Aminah")])])
        try database.store.link(try StaffRecords.id(1), to: try NIP(parsing: Files.aminah))
        let same = try groups(database, Files.aminah).encodedText
        #expect(try plan(database, [try StaffRecords.card(1, same)]).isEmpty)
        let seen = same.replacingOccurrences(of: #""grade":"III/b""#, with: #""grade": "III/a""#)
            .replacingOccurrences(of: #""posts":[]"#, with: #""posts":["PL-02"]"#)
        let drafts = try plan(database, [try StaffRecords.card(1, seen)])
        #expect(drafts.map(\.kind) == ["card.edit"])
        #expect(
            drafts.first?.body.encodedText == """
                {"was":{"service":{"employment":"pns","grade": "III/a","post":"Pengadministrasi Kependudukan",\
                "postKind":"pelaksana","family":"administrasi","monthsInFamily":74,"monthsInPost":74}},\
                "now":{"service":{"employment":"pns","grade":"III/b","post":"Pengadministrasi Kependudukan",\
                "postKind":"pelaksana","family":"administrasi","monthsInFamily":74,"monthsInPost":74}}}
                """)
    }

    @Test func cardOfWhoIsGoneIsClosedAndAnEndedCardIsReplaced() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        for (number, nip) in [(1, Files.aminah), (2, Files.budi)] {
            try database.store.link(try StaffRecords.id(number), to: try NIP(parsing: nip))
        }
        try database.load([
            StaffFiles.staff([
                Files.row(Files.aminah, "Aminah"), Files.row(Files.budi, "Budi", ["KEDUDUKAN HUKUM NAMA": "Pensiun"]),
            ])
        ])
        let cards = [
            try StaffRecords.card(1, try groups(database, Files.aminah).encodedText, isEnded: true),
            try StaffRecords.card(2, try groups(database, Files.budi).encodedText),
        ]
        let drafts = try plan(database, cards)
        #expect(drafts.map(\.kind) == ["card.close", "card.post"])
        #expect(drafts.first == .close(try StaffRecords.id(2), body: .object([("reason", "not-active-staff")])))
    }
}
