import Negotiation
import StrictJSON

/// What could become a line of a round.
extension Presenter {
    public func candidates(_ found: RoundCandidates, of round: Round) -> Page {
        guard !found.isEmpty else {
            return nothing("Tidak ada calon baris daftar.", "Nothing waits to become a line.")
        }
        var page = Page([
            .title(say("Calon baris gelombang: ", "Candidates for the round: ") + round.title)
        ])
        if !found.asked.isEmpty {
            page.add(.heading(say("Permohonan pegawai", "Requests")))
            page.add(.table(asked(found.asked)))
        }
        if !found.exchanges.isEmpty {
            page.add(.heading(say("Permohonan tukar tempat", "Requests to exchange places")))
            for (first, second) in found.exchanges {
                page.add(.items(["\(person(of: first.card)) - \(person(of: second.card))"]))
                page.add(
                    .advice(
                        say("Buka sekaligus:", "Open it in one command:"),
                        command:
                            "mutasi-coordinator package exchange \(shown(first.card)) \(shown(second.card)) --route \(first.route) --start D"
                    ))
            }
        }
        if !found.proposals.isEmpty {
            page.add(.heading(say("Usulan yang belum masuk daftar", "Offers that stand on no list")))
            page.add(.items(found.proposals.map { "\(about($0.id)): \(state($0))" }))
        }
        if !found.vacancies.isEmpty {
            page.add(.heading(say("Kebutuhan terbuka tanpa usulan", "Vacancies for which nobody is offered")))
            page.add(
                .items(
                    found.vacancies.map {
                        "\(place(of: $0.id)), \(agency($0.agency)): \(language.number($0.seatsFree)) "
                            + say("formasi", "seats")
                    }))
        }
        page.add(
            .advice(
                say("Masukkan ke daftar:", "Enter them on the list:"),
                command: "mutasi-coordinator round fill \(shown(round.id)) --start D"))
        return page
    }

    /// What filling the list would record.
    public func filling(_ found: RoundCandidates, of round: Round) -> Page {
        var page = Page([
            .title(say("Yang akan dicatat untuk gelombang: ", "What would be recorded for the round: ") + round.title)
        ])
        let opened = found.openable.map { one in
            say("buka usulan: ", "open an offer: ") + "\(person(of: one.request.card)) -> \(place(of: one.vacancy.id))"
        }
        let listed = found.proposals.map { say("masukkan ke daftar: ", "enter on the list: ") + about($0.id) }
        guard !opened.isEmpty || !listed.isEmpty else {
            page.add(.paragraph(say("Tidak ada.", "Nothing.")))
            return page
        }
        page.add(.items(opened + listed))
        page.add(
            .advice(
                say("Catat semuanya dengan --yes:", "Record all of it with --yes:"),
                command: "mutasi-coordinator round fill \(shown(round.id)) \(opened.isEmpty ? "" : "--start D ")--yes"))
        return page
    }

    private func asked(_ asked: [RoundCandidates.Asked]) -> Table {
        Table(
            [
                column("Nomor", "Id"), column("Pegawai", "Person"), column("Asal", "Home"),
                column("Jenis mutasi", "Kind of move"), column("Kebutuhan terbuka yang cocok", "Vacancies that match"),
                column("Diusulkan oleh", "Offered by"),
            ],
            rows: asked.map { one in
                [
                    shown(one.request.id), person(of: one.request.card), one.request.home.text,
                    named(route: one.request.route),
                    one.vacancies.isEmpty
                        ? say("belum ada", "none yet")
                        : one.vacancies.map { "\(place(of: $0.id)), \($0.agency.text)" }.joined(separator: "; "),
                    one.isForDesk ? "BKD" : one.request.home.text,
                ]
            })
    }
}
