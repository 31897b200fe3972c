import Foundation
import Negotiation
import Personnel
import StrictJSON
import Testing

@testable import NodeKit

struct MatchTests {
    private typealias Files = OfficialExport

    @Test func ruleSheetHasEveryLineOfTheHomeAndNoneOfTheCoordinator() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        let policy = try StaffRecords.policy()
        let sheet = RuleSheetMaker.sheet(
            for: try database.sheet(Files.aminah).civilServant,
            vacancy: try StaffRecords.vacancy(10, StaffRecords.counterPost), route: try #require(policy.route("need")),
            policy: policy.personnel, start: StaffDatabase.day("2026-05-01"), returns: nil, today: database.today,
            workplaces: try database.workplaces(policy))
        let lines = try #require(try JSON(parsing: sheet.encoded).elements).map { try RuleResult(reading: $0) }
        let found = lines.map { "\($0.rule.rawValue) \($0.outcome.rawValue)" }
        #expect(lines.count == 20)
        for rule in ["R3", "R16", "R17", "R18", "R19", "R22", "R24"] {
            #expect(!lines.map(\.rule.rawValue).contains(rule))
        }
        for passed in ["R1", "R2", "R5", "R6", "R8", "R12", "R21", "R26"] {
            #expect(found.contains("\(passed) pass"))
        }
        #expect(found.contains("R11 not-applicable"))
        #expect(lines.allSatisfy { !$0.article.isEmpty && $0.policyVersion == 3 })
    }

    @Test func whatWasNeverStatedNeedsAPerson() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.references + [StaffFiles.staff([Files.row(Files.aminah, "Aminah")])])
        let policy = try StaffRecords.policy()
        let results = RuleSheetMaker.results(
            for: try database.sheet(Files.aminah).civilServant,
            vacancy: try StaffRecords.vacancy(10, StaffRecords.counterPost), route: try #require(policy.route("need")),
            policy: policy.personnel, start: StaffDatabase.day("2026-05-01"), returns: nil, today: database.today,
            workplaces: try database.workplaces(policy))
        for rule in [RuleID.r5, .r6, .r8, .r12, .r26] {
            #expect(results.first { $0.rule == rule }?.outcome == .needsHuman)
        }
    }

    @Test func peopleComeUnblockedFirstThenByPlaceThenByNIP() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        let query = try database.query()
        let sheets = try database.store.activeSheets()
        let vacancy = try StaffRecords.vacancy(10, StaffRecords.counterPost)
        let matches = query.people(for: vacancy, among: sheets)
        #expect(
            matches.map(\.candidate) == [
                .person(try NIP(parsing: Files.aminah)), .person(try NIP(parsing: Files.budi)),
            ])
        #expect(matches.map(\.isBlocked) == [false, true])
        #expect(matches.map(\.place) == [FitRanking.Place(best: 1, worst: 1), nil])
        #expect(matches.first?.fit.score == 980)
        #expect(matches.first?.fit.parts.map(\.score) == [1000, 1000, 900, 1000])
        #expect(query.people(for: vacancy, among: sheets.reversed()) == matches)
        var twin = try #require(sheets.last)
        twin.person.nip = try NIP(parsing: "199005172015032009")
        #expect(
            query.people(for: vacancy, among: [twin] + sheets).prefix(2).map(\.candidate) == [
                .person(try NIP(parsing: Files.aminah)), .person(twin.person.nip),
            ])
    }

    @Test func postsForAPersonAreThoseWithAFreeSeat() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        let query = try database.query()
        let stranger = StaffRecords.counterPost.replacingOccurrences(
            of: #""family":"administrasi""#, with: #""family":"medis""#)
        let vacancies = [
            try StaffRecords.vacancy(12, StaffRecords.counterPost), try StaffRecords.vacancy(10, stranger),
            try StaffRecords.vacancy(11, StaffRecords.counterPost),
            try StaffRecords.vacancy(13, StaffRecords.counterPost, taken: 1),
        ]
        let matches = query.posts(for: try database.sheet(Files.aminah), among: vacancies)
        #expect(matches.map(\.vacancy) == [try StaffRecords.id(11), try StaffRecords.id(12), try StaffRecords.id(10)])
    }

    /// Aminah, of whom everything is known, between twins of hers of whom less is.
    @Test func whoLacksDataIsNeitherFirstNorLastByIt() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        let vacancy = try StaffRecords.vacancy(10, StaffRecords.counterPost)
        let known = try database.sheet(Files.aminah)
        var bare = known
        bare.person.nip = try NIP(parsing: "198001012010011001")
        bare.appraisals = []
        bare.stated = bare.stated.filter { $0 != .appraisals }
        let matches = try database.query().people(for: vacancy, among: [known, bare]).sorted {
            $0.fit.possible.count < $1.fit.possible.count
        }
        let places = matches.map(\.place)
        #expect(places == Array(repeating: FitRanking.Place(best: 1, worst: 2), count: 2))
        #expect(matches.map(\.fit.lacksData) == [false, true])
        #expect(matches.last?.fit.missing == [.appraisals])
    }

    @Test func wishesAndTheWayCountAsTheRecordsSayThem() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        var sheet = try database.sheet(Files.aminah)
        let id = try StaffRecords.id(1)
        sheet.card = id
        let vacancy = try StaffRecords.vacancy(10, StaffRecords.counterPost)
        func profile(_ wishes: String) throws -> CandidateProfile {
            let card = try StaffRecords.card(1, #"{"service":{"employment":"pns"},"wishes":\#(wishes)}"#)
            let query = MatchQuery(
                policy: try StaffRecords.policy(), today: database.today,
                workplaces: try database.workplaces(StaffRecords.policy()),
                wishes: StatedWishes(cards: [card], requests: [], offers: []),
                districts: try database.store.read { try $0.districts() })
            return query.profile(of: sheet, on: vacancy.route)
        }
        #expect(try profile(#"{"posts":[],"districts":[]}"#).wishes == nil, "nobody has asked")
        #expect(try profile(#"{"posts":[],"districts":[],"asked":"2026-04-01"}"#).wishes == Wishes())
        let stated = try profile(#"{"posts":["PL-77"],"agencies":["dinkes"],"districts":["Tengah"]}"#)
        #expect(stated.wishes == Wishes(posts: ["PL-77"], agencies: ["dinkes"], districts: ["Tengah"]))
        #expect(stated.district == "Tengah", "that of the unit, or of the nearest one above")
        #expect(stated.counters == CounterMonths(byService: ["Loket KTP": 74], all: 74))
        #expect(vacancy.requirement.agency == "dinkes" && vacancy.requirement.district == "Tengah")
    }

    @Test func aPostAsksForTheCountersOfItsStandard() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        func counters(_ rows: String...) throws -> [String]? {
            let lines = ["JABATAN ID,JENIS,KODE,NILAI"] + rows
            try database.load([("standar-jabatan.csv", Array(lines.joined(separator: "\n").utf8))])
            let body = try database.store.read { reader in
                try VacancyFromPost.body(
                    post: "PL-01", unit: "U-2", choice: VacancyFromPost.Choice(route: "need", mode: "first"),
                    policy: StaffRecords.policy().personnel, on: database.today, reading: reader)
            }
            let groups = try #require(try JSON(parsing: body.encoded)["vacancy"])
            return SeatGroups(place: groups["place"], standard: groups["standard"]).requirement.counters
        }
        #expect(try counters("PL-01,golongan,II/c,III/d") == nil)
        #expect(try counters("PL-01,loket,Loket KTP,", "PL-01,loket,Akta,") == ["Akta", "Loket KTP"])
        #expect(try counters("PL-01,loket,Loket KTP,", "PL-01,loket,,") == [])
    }

    @Test func cardFitsLikeThePersonBehindIt() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        let servant = try database.sheet(Files.aminah).civilServant
        let groups = JSONValue.object(CardGroups.make(servant, on: database.today).map { ($0.name, $0.value) })
        let query = try database.query()
        let vacancy = try StaffRecords.vacancy(10, StaffRecords.counterPost)
        let match = query.cards(for: vacancy, among: [try StaffRecords.card(1, groups.encodedText)]).first
        #expect(match?.fit == query.people(for: vacancy, among: [try database.sheet(Files.aminah)]).first?.fit)
        #expect(match?.rules.isEmpty == true)
    }

    @Test func vacancyBodySaysPlaceStandardNeedAndHolders() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        let policy = try StaffRecords.policy()
        let body = try database.store.read { reader in
            try VacancyFromPost.body(
                post: "PL-01", unit: "U-2",
                choice: VacancyFromPost.Choice(
                    route: "need", mode: "first", openUntil: StaffDatabase.day("2026-06-30")),
                policy: policy.personnel, on: database.today, reading: reader)
        }
        #expect(
            body.encodedText == """
                {"vacancy":{"place":{"post":{"id":"PL-01","name":"Pengadministrasi Kependudukan","kind":"pelaksana",\
                "family":"administrasi"},"unit":{"id":"U-2","name":"Loket Pelayanan"},"district":"Tengah"},\
                "standard":{"grades":{"min":"II/c","max":"III/d"},\
                "education":{"level":"S-1","fields":["Ilmu Administrasi Negara"]},\
                "levels":{"integritas":2,"pelayanan-publik":3},"certificates":[]},\
                "kind":{"route":"need","openUntil":"2026-06-30"},"seats":{"count":2},"need":{"need":4,"holders":2},\
                "mode":{"mode":"first"}}}
                """)
        let error = #expect(throws: StaffError.self) {
            try database.store.read { reader in
                try VacancyFromPost.body(
                    post: "PL-99", unit: "U-2", choice: VacancyFromPost.Choice(route: "need", mode: "first"),
                    policy: policy.personnel, on: database.today, reading: reader)
            }
        }
        #expect(error?.code == .unknownPost)
    }
}
