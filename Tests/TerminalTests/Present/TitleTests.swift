import Negotiation
import Personnel
import Terminal
import Testing

/// Pages say what the region calls a route, an opinion or a document; the code stands behind it.
struct TitleTests {
    private func village() throws -> Village {
        var village = try Village()
        let policy = Village.policy.replacing(#""version":1,"#, with: #""version":2,"twoPersons":["document.issue"],"#)
            .replacing(
                #""code":"kebutuhan","#,
                with: #""code":"kebutuhan","title":{"id":"Mutasi kebutuhan","en":"Need of service"},"#
            )
            .replacing(
                #"{"code":"tpk"}"#, with: #"{"code":"tpk","title":{"id":"Pertimbangan tim","en":"Board's opinion"}}"#
            )
            .replacing(#"{"code":"sk"}"#, with: #"{"code":"sk","title":{"id":"Surat keputusan","en":"Decree"}}"#)
        try village.act("bkd", "policy.apply", #"{"policy":\#(policy)}"#)
        try village.propose(policy: 2)
        try village.agree()
        return village
    }

    @Test func aDocumentAndItsListAndTheReportNameIt() throws {
        var village = try village()
        for type in ["tpk", "sk"] {
            try village.issue(type)
            try village.confirm()
        }
        for (language, words) in [
            (Language.english, ["Board's opinion (tpk)", "Decree (sk)", "Need of service (kebutuhan)"]),
            (.indonesian, ["Pertimbangan tim (tpk)", "Surat keputusan (sk)", "Mutasi kebutuhan (kebutuhan)"]),
        ] {
            let presenter = try village.presenter("bkd", language)
            let documents = presenter.records.documents
            let shown = documents.map { presenter.document($0).text() }.joined()
            #expect(shown.contains(words[0]) && shown.contains(words[1]))
            #expect(presenter.documents(documents).text().contains(words[1]))
            let report = SemesterReport(
                from: try #require(CivilDate(iso: "2026-01-01")), to: try #require(CivilDate(iso: "2026-06-30")),
                records: presenter.records)
            let page = report.page(presenter).text()
            #expect(words.allSatisfy(page.contains))
        }
    }

    @Test func aProposalNamesTheDocumentThatItIssues() throws {
        var village = try village()
        try village.issue("tpk")
        let presenter = try village.presenter("bkd", .english)
        let proposal = try #require(presenter.records.proposals.last)
        #expect(presenter.proposal(proposal).text().contains("Board's opinion (tpk)"))
    }
}
