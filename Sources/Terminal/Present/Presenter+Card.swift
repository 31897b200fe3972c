import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// Cards show no name, NIP or birth date: they have none.
extension Presenter {
    public func cards(_ cards: [Card]) -> Page {
        guard !cards.isEmpty else { return nothing("Tidak ada kartu.", "There are no cards.") }
        let rows = cards.map { card in
            [
                shown(card.id), person(card), education(card) ?? "", agency(card.agency), state(card),
            ]
        }
        return Page([
            .table(
                Table(
                    [
                        column("Nomor", "Id"), column("Jabatan, golongan", "Post, grade"),
                        column("Pendidikan", "Education"), column("Perangkat daerah", "Agency"),
                        column("Keadaan", "State"),
                    ], rows: rows))
        ])
    }

    public func card(_ card: Card) -> Page {
        let service = card.group("service")
        var fields = [
            field("Jabatan, golongan", "Post, grade", person(card)),
            field("Perangkat daerah", "Agency", agency(card.agency)),
        ]
        if let employment = service?["employment"]?.string {
            fields.append(field("Status", "Employment", word(.term, employment)))
        }
        if let months = service?["monthsInPost"]?.integer {
            fields.append(field("Dalam jabatan", "In the post", language.number(months) + say(" bulan", " months")))
        }
        fields += education(card).map { [field("Pendidikan", "Education", $0)] } ?? []
        let levels = card.levels.sorted { $0.key < $1.key }.map { "\(competence($0.key)) \($0.value)" }
        fields += levels.isEmpty ? [] : [field("Kompetensi", "Competences", levels.joined(separator: "; "))]
        let ratings = (card.group("appraisals")?["years"]?.elements ?? []).map { year in
            "\(year["year"]?.integer ?? 0) \(word(.term, year["rating"]?.string ?? "?"))"
        }
        fields += ratings.isEmpty ? [] : [field("Predikat SKP", "Appraisals", ratings.joined(separator: "; "))]
        let certificates = (card.group("certificates")?["held"]?.elements ?? []).map { held in
            let until = held["validUntil"]?.string.map { say(" sampai ", " until ") + date(text: $0) } ?? ""
            return (held["kind"]?.string ?? "?") + until
        }
        fields +=
            certificates.isEmpty ? [] : [field("Sertifikat", "Certificates", certificates.joined(separator: "; "))]
        fields += served(card) + wished(card)
        let title = say("Kartu \(shown(card.id)) (tanpa nama): ", "Card \(shown(card.id)) (without name): ")
        var page = Page([.title(title + state(card)), .fields(fields)])
        for check in records.checks where check.card == card.id {
            page.add(
                .heading(
                    say(
                        "Diperiksa untuk \(check.route), \(date(check.day))",
                        "Checked against \(check.route), \(date(check.day))")))
            if let box = check.box {
                page.add(.fields([field("Kotak talenta (dihitung asal)", "Talent box (computed at home)", "\(box)")]))
            }
            page.blocks += rules(RuleResult.sheet(check.sheet)).map { [.table($0)] } ?? []
            for post in check.posts {
                page.add(.paragraph(say("Untuk ", "For ") + place(of: post.vacancy) + " [\(shown(post.vacancy))]:"))
                page.blocks += rules(RuleResult.sheet(post.sheet)).map { [.table($0)] } ?? []
            }
        }
        if card.ended == nil, card.agency == own, !card.isOpen {
            page.add(
                .advice(
                    say("Agar semua perangkat daerah melihatnya:", "To let every agency see it:"),
                    command: "\(todo.program(own)) card open \(shown(card.id))"))
        }
        return page
    }

    private func served(_ card: Card) -> [Page.Field] {
        guard let months = card.profile?.counters else { return [] }
        let services = months.byService.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { "\($0.key) \(language.number($0.value))" }
        let all = say("\(language.number(months.all)) bulan", "\(language.number(months.all)) months")
        return [
            field(
                "Pengalaman loket", "Counter experience",
                services.isEmpty ? all : "\(all): \(services.joined(separator: ", "))")
        ]
    }

    private func wished(_ card: Card) -> [Page.Field] {
        guard let wishes = card.wishes else { return [] }
        let all = wishes.posts + wishes.agencies + wishes.districts
        return [field("Keinginan", "Wishes", all.isEmpty ? say("tidak ada", "none") : all.joined(separator: ", "))]
    }

    func state(_ card: Card) -> String {
        if let ended = card.ended {
            return say("ditutup: ", "closed: ") + ending(ended)
        }
        return card.isOpen ? say("terbuka untuk semua", "open to all") : say("hanya asal dan BKD", "home and BKD only")
    }

    private func education(_ card: Card) -> String? {
        guard let group = card.group("education") else { return nil }
        let parts = [group["level"]?.string, group["field"]?.string].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
