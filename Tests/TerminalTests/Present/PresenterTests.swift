import Negotiation
import NodeKit
import StrictJSON
import Terminal
import Testing

struct PresenterTests {
    @Test func disclosedPersonStandsInTheOffer() throws {
        var village = try Village()
        try village.propose()
        let presenter = try village.presenter("dinkes", .english)
        let offer = try village.offer()
        let bytes = #"{"format":"mutasi-profile","version":1,"nip":"198501012010011001","name":"Sri","card":{}}"#
        let profile = try DisclosedProfile(parsing: Array(bytes.utf8))
        #expect(presenter.offer(offer, profile: profile).text().contains("Sri, 198501012010011001; Pranata Komputer"))
        #expect(presenter.offer(offer).text().contains(", without name"))
        let json = try JSON(parsing: presenter.offerJSON(offer, profile: profile).encoded)
        #expect(json["offer"]?["profile"]?["nip"]?.string == "198501012010011001")
        #expect(try JSON(parsing: presenter.offerJSON(offer).encoded)["offer"]?["profile"] == nil)
    }

    @Test func offerUnderAnOlderPolicyTellsTheDeskHowToMoveItAndThenFromWhere() throws {
        var village = try Village()
        try village.propose()
        func page(_ agency: String) throws -> String {
            try village.presenter(agency, .english).offer(village.offer()).text()
        }
        #expect(try !page("bkd").contains("Policy"))
        let second = Village.policy.replacing(#""version":1"#, with: #""version":2"#)
        try village.act("bkd", "policy.apply", #"{"policy":\#(second)}"#)
        #expect(try page("dinkes").contains("version 1; version 2 is in force now"))
        #expect(try !page("dinkes").contains("offer move"))
        #expect(try page("bkd").contains("mutasi-coordinator offer move "))
        try village.act("bkd", "offer.move", #"{"terms":1}"#, on: try village.last(.offer))
        #expect(try page("bkd").contains("version 2; moved from version 1 by Sri"))
        #expect(try !page("bkd").contains("offer move"))
        let answers = try village.todo("bkd").lines.filter { $0.kind == .answerOffer }
        #expect(answers.map(\.who.text).sorted() == ["dinkes", "dukcapil"])
    }

    @Test func offerTellsAClerkEverythingAndTheNextCommand() throws {
        var village = try Village()
        try village.propose()
        let offer = try village.offer()
        let text = try village.presenter("dinkes").offer(offer).text()
        for part in [
            "menunggu jawaban para pihak", "Pranata Komputer, III/c", "Analis Data, Bidang P2P",
            "Dinas Dukcapil (dukcapil)", "Dinas Kesehatan (dinkes)", "1 Juli 2026", "Siap", "didengar", "setuju",
            "belum menjawab", "R2 Masa dalam jabatan", "30 bulan dalam jabatan; syaratnya 24 bulan.",
            "PP 11/2017 Ps 190(3)", "sampai 1 Juli 2026 (30 hari lagi)",
            "mutasi-node offer agree \(ShortID.text(offer.id))", "offer refuse", "offer counter",
        ] {
            #expect(text.contains(part), "lacks \(part)")
        }
        let home = try village.presenter("dukcapil").offer(offer).text()
        #expect(!home.contains("offer agree"))
    }

    @Test func everyPageIsWrittenInBothLanguagesWithinTheTerminal() throws {
        var village = try Village()
        try village.decree()
        try village.collide()
        let (indonesian, english) = (try pages(village, .indonesian), try pages(village, .english))
        for (left, right) in zip(indonesian, english) {
            #expect(left != right)
            for page in [left, right] {
                let lines = page.lines(for: Medium(width: 80))
                #expect(lines.allSatisfy { DisplayWidth.of($0) <= 80 || $0.hasPrefix("     mutasi-") })
            }
        }
    }

    @Test func listsOfNothingSaySo() throws {
        let presenter = try Village().presenter("dinkes", .english)
        #expect(presenter.offers([]).text() == "There are no offers.\n")
        #expect(presenter.todoPage().text().contains("card list --pool"))
    }

    @Test func refusedOutcomeShowsWhyAndWhatToDo() throws {
        var village = try Village()
        try village.propose()
        let outcome = try village.decide("dinkes", "offer.agree", #"{"terms":7}"#, on: try village.last(.offer))
        let text = try village.presenter("dinkes", .english)
            .outcome(outcome, operation: "offer.agree", record: try village.last(.offer)).text()
        #expect(text.contains("stale-terms: The terms changed after you saw them"))
        #expect(text.contains("version 1, start 1 July 2026"))
    }

    @Test func conflictShowsOnlyWhatDiffersSideBySide() throws {
        var village = try Village()
        try village.collide()
        let presenter = try village.presenter("dinkes")
        let conflict = try #require(presenter.records.conflicts.first)
        let text = presenter.conflict(conflict).text()
        #expect(text.contains("conflict resolve \(ShortID.text(conflict.id)) --keep mine"))
        #expect(!text.contains("holders"))
    }

    @Test func recordsInJSONKeepTheirBodiesMembers() throws {
        let village = try Village()
        let presenter = try village.presenter("dinkes")
        let id = try village.last(.vacancy)
        let json = try JSON(parsing: RecordJSON.show(try #require(presenter.records.record(id))).encoded)
        #expect(json["vacancy"]?["id"]?.string == id.text)
        #expect(json["vacancy"]?["recordKind"]?.string == "vacancy")
        #expect(json["vacancy"]?["kind"]?["route"]?.string == "kebutuhan")
        let todo = try JSON(parsing: presenter.todoJSON().encoded)
        #expect(todo["todo"]?.elements?.first?["kind"]?.string == "find-person")
    }

    private func pages(_ village: Village, _ language: Language) throws -> [Page] {
        let presenter = try village.presenter("dinkes", language)
        let records = presenter.records
        return [
            presenter.region(), presenter.agencies(), presenter.nodes(), presenter.todoPage(),
            presenter.policy(try #require(records.policies.first)),
            presenter.cards(records.cards), presenter.card(try #require(records.cards.first)),
            presenter.vacancies(records.vacancies), presenter.vacancy(try #require(records.vacancies.first)),
            presenter.offers(records.offers), presenter.offer(try #require(records.offers.first)),
            presenter.documents(records.documents), presenter.document(try #require(records.documents.first)),
            presenter.transfers(records.transfers), presenter.transfer(try #require(records.transfers.first)),
            presenter.conflicts(records.conflicts), presenter.conflict(try #require(records.conflicts.first)),
        ]
    }
}
