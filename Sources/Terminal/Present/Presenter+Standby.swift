import Negotiation
import Personnel

/// The standby list.
extension Presenter {
    public func standbys(_ standbys: [Standby]) -> Page {
        guard !standbys.isEmpty else {
            return nothing("Daftar siaga kosong.", "Nobody is on the standby list.")
        }
        let rows = standbys.map { standby in
            [
                shown(standby.id), person(of: standby.card), standby.home.text, standby.route, months(standby),
                language.number(standby.days), state(standby),
            ]
        }
        return Page([
            .table(
                Table(
                    [
                        column("Nomor", "Id"), column("Pegawai", "Person"), column("Asal", "Home"),
                        column("Jenis penugasan", "Kind of secondment"), column("Bulan", "Months"),
                        column("Hari", "Days", .right), column("Keadaan", "State"),
                    ], rows: rows))
        ])
    }

    public func standby(_ standby: Standby) -> Page {
        var page = Page([
            .title(
                say("Daftar siaga \(shown(standby.id)): ", "Standby entry \(shown(standby.id)): ") + state(standby)),
            .fields([
                field("Pegawai", "Person", person(of: standby.card)),
                field("Perangkat daerah asal", "Home agency", agency(standby.home)),
                field("Jabatan dan unit", "Post and unit", standby.placeName ?? say("tidak disebut", "not told")),
                field("Jenis penugasan", "Kind of secondment", standby.route),
                field("Bulan", "Months", months(standby)),
                field("Paling lama", "At most", say("\(standby.days) hari", "\(standby.days) days")),
                field("Diperiksa", "Checked", "\(date(standby.day)), \(standby.said.actor)"),
            ]),
        ])
        if let table = rules(standby.findings) {
            page.add(.heading(say("Aturan, sebelum ada jabatan", "Rules, before any post is named")))
            page.add(.table(table))
        }
        let offers = records.offers.filter { $0.card == standby.card && $0.route == standby.route }
        if !offers.isEmpty {
            page.add(.heading(say("Penugasan", "Secondments")))
            page.blocks += self.offers(offers).blocks
        }
        return page
    }

    private func state(_ standby: Standby) -> String {
        if let ended = standby.ended { return say("selesai: ", "ended: ") + ending(ended) }
        let isAway = records.offers.contains { $0.card == standby.card && $0.isHolding }
        return isAway ? say("sedang bertugas atau dikunci", "away or held") : say("siaga", "stands by")
    }

    private func months(_ standby: Standby) -> String {
        standby.months.sorted().map(String.init).joined(separator: ", ")
    }
}
