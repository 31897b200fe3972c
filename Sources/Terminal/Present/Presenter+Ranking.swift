import Negotiation
import Personnel

/// How the seats of a vacancy are given, and what a ranking said of an offer.
extension Presenter {
    func mode(_ vacancy: Vacancy) -> [Page.Field] {
        let route = records.currentRoute(vacancy.route)
        guard let ranker = vacancy.ranker(route) else { return [] }
        let who = ranker == .desk ? word(.term, "desk") : agency(vacancy.agency)
        let limit =
            vacancy.shortlist(route).map { say(", paling banyak \($0) orang", ", at most \($0) people") } ?? ""
        return [
            field("Cara pengisian", "How seats are given", word(.term, vacancy.mode)),
            field("Pemeringkatan oleh", "Ranked by", who + limit),
        ]
    }

    /// Its place in the ranking, or why it was passed over.
    ///
    /// - Parameter reason: the text of the reason, when it has come.
    public func ranked(_ offer: Offer, reason: String?) -> [Page.Block] {
        guard let ranked = offer.ranked else { return [] }
        let result =
            ranked.place.map { say("urutan \($0) dari \(ranked.count)", "place \($0) of \(ranked.count)") }
            ?? say("tidak terpilih", "passed over")
        var fields = [
            field("Hasil", "Result", result), field("Dicatat oleh", "Recorded by", ranked.stamp.actor),
        ]
        if ranked.place == nil {
            fields.append(field("Alasan", "Reason", reason ?? say("belum diterima", "not here yet")))
        }
        return [.heading(say("Pemeringkatan", "Ranking")), .fields(fields)]
    }
}
