import Negotiation
import StrictJSON

/// Packages: which offers go together, how far each is, and what stopped them.
extension Presenter {
    public func packages(_ packages: [Package]) -> Page {
        guard !packages.isEmpty else { return nothing("Tidak ada paket mutasi.", "There are no packages.") }
        let rows = packages.map { package in
            [
                shown(package.id), state(package), agency(package.agency), String(package.offers.count),
                package.offers.map(shown).joined(separator: ", "),
            ]
        }
        return Page([
            .table(
                Table(
                    [
                        column("Nomor", "Id"), column("Keadaan", "State"), column("Dibuka oleh", "Opened by"),
                        column("Banyaknya", "Offers"), column("Usulan", "Which"),
                    ], rows: rows))
        ])
    }

    public func package(_ package: Package) -> Page {
        var fields = [field("Dibuka oleh", "Opened by", "\(agency(package.agency)), \(package.said.actor)")]
        if let stopped = package.stopped {
            let why = Sentences.word(.ending, stopped.reason)?[language] ?? stopped.reason
            fields.append(
                field("Terhenti karena", "Stopped by", say("usulan ", "offer ") + "\(shown(stopped.offer)): \(why)"))
        }
        fields += package.decided.map { decided in
            let how = decided.text("how").map { word(.term, $0) } ?? "?"
            return field("Keputusan BKD", "The BKD's decision", "\(how), \(decided.actor)")
        }
        fields += (package.decreed?.documents ?? []).map { field("Dokumen", "Document", paper($0)) }
        var page = Page([
            .title(say("Paket \(shown(package.id)): ", "Package \(shown(package.id)): ") + state(package)),
            .fields(fields), .heading(say("Usulan dalam paket", "Its offers")), .table(members(package)),
        ])
        page.blocks += next(todo.lines(of: package) + parts(of: package))
        return page
    }

    func state(_ package: Package) -> String {
        let state = word(.term, "package-" + package.state.rawValue)
        return package.ended.map { "\(state): \(word(.term, "package-" + $0.reason))" } ?? state
    }

    /// One line for each offer; of one between other agencies only the number is known here.
    private func members(_ package: Package) -> Table {
        let rows = package.offers.map { id -> [String] in
            guard let offer = records.offer(id) else {
                return [shown(id), say("antara perangkat daerah lain", "between other agencies"), "", "", "", ""]
            }
            let transfer = records.transfer(ofOffer: id)
            return [
                shown(id), person(of: offer.card), place(of: offer.vacancy), offer.home.text, offer.receiving.text,
                transfer.map(packaged) ?? self.state(offer),
            ]
        }
        return Table(
            [
                column("Usulan", "Offer"), column("Pegawai", "Person"), column("Untuk jabatan", "For the post"),
                column("Asal", "Home"), column("Tujuan", "Receiving"), column("Keadaan", "State"),
            ], rows: rows)
    }

    private func packaged(_ transfer: Transfer) -> String {
        guard transfer.pledged != nil else { return state(transfer) }
        return say("SPMT tercatat, menunggu yang lain", "start letter recorded, waits for the others")
    }

    private func parts(of package: Package) -> [TodoLine] {
        package.offers.compactMap(records.offer).flatMap { offer in
            todo.lines(of: offer) + records.transfers.filter { $0.offer == offer.id }.flatMap(todo.lines(of:))
        }
    }
}
