import Negotiation
import Personnel

/// From the decree to the start.
extension Presenter {
    public func transfers(_ transfers: [Transfer]) -> Page {
        guard !transfers.isEmpty else { return nothing("Tidak ada mutasi.", "There are no transfers.") }
        let rows = transfers.map { transfer in
            [
                shown(transfer.id), state(transfer), person(of: transfer.card), place(of: transfer.vacancy),
                transfer.home.text, transfer.receiving.text, date(transfer.start),
                transfer.returns.map(date) ?? "",
            ]
        }
        return Page([
            .table(
                Table(
                    [
                        column("Nomor", "Id"), column("Keadaan", "State"), column("Pegawai", "Person"),
                        column("Untuk jabatan", "For the post"), column("Asal", "Home"),
                        column("Tujuan", "Receiving"), column("Mulai", "Start"), column("Kembali", "Return"),
                    ], rows: rows))
        ])
    }

    public func transfer(_ transfer: Transfer) -> Page {
        var fields = [
            field("Pegawai", "Person", person(of: transfer.card)),
            field("Untuk jabatan", "For the post", place(of: transfer.vacancy)),
            field("Perangkat daerah asal", "Home agency", agency(transfer.home)),
            field("Perangkat daerah tujuan", "Receiving agency", agency(transfer.receiving)),
            field("Jenis mutasi", "Kind of move", "\(transfer.route) (\(word(.assignment, transfer.effect.rawValue)))"),
            field("Dokumen", "Document", paper(transfer.document)),
            field("Usulan", "Offer", shown(transfer.offer)),
            field(
                "Mulai bertugas", "Start",
                transfer.started == nil ? deadline(transfer.start) : date(transfer.start)),
        ]
        fields += transfer.returns.map { [field("Kembali", "Return", deadline($0))] } ?? []
        if let started = transfer.started {
            let words = [started.text("number"), transfer.startDate.map(date), started.actor].compactMap { $0 }
            fields.append(field("SPMT", "Start letter", words.joined(separator: ", ")))
        }
        if transfer.started != nil, transfer.effect == .definitive {
            fields.append(field("Berkas kepegawaian", "Personnel file", file(transfer)))
        }
        var page = Page([
            .title(say("Mutasi \(shown(transfer.id)): ", "Transfer \(shown(transfer.id)): ") + state(transfer)),
            .fields(fields),
        ])
        page.blocks += gates(transfer)
        let findings = Self.findings(sheet: transfer.sheet, computed: transfer.computed)
        if let table = rules(findings) {
            page.add(.heading(say("Aturan saat SK", "Rules at the decree")))
            page.add(.table(table))
        }
        page.blocks += next(todo.lines(of: transfer))
        return page
    }

    func state(_ transfer: Transfer) -> String {
        let state = word(.transferState, transfer.state.rawValue)
        return transfer.ended.map { "\(state): \(ending($0))" } ?? state
    }

    /// Steps with who does them, and training that still stands before the start.
    private func gates(_ transfer: Transfer) -> [Page.Block] {
        var rows = transfer.steps.map { step in
            [
                word(.gate, step.step), agency(transfer.agency(step.owner)),
                step.done.map { date(text: $0.text("date") ?? "?") } ?? say("belum", "not yet"),
                step.done?.actor ?? "",
            ]
        }
        let steps = transfer.steps.map(\.step)
        rows += transfer.openGates.filter { !steps.contains($0) }.map {
            [word(.gate, $0), "", say("belum", "not yet")]
        }
        guard !rows.isEmpty else { return [] }
        return [
            .heading(say("Tahapan sebelum mulai", "Steps before the start")),
            .table(
                Table(
                    [
                        column("Tahapan", "Step"), column("Oleh", "By"), column("Selesai", "Done"),
                        column("Dicatat oleh", "Recorded by"),
                    ], rows: rows)),
        ]
    }

    private func file(_ transfer: Transfer) -> String {
        if transfer.isFileIncomplete {
            return say("diterima tidak lengkap; asal mengirim lagi", "came incomplete; home sends it again")
        }
        if transfer.received != nil {
            return say("diterima lengkap", "received completely")
        }
        return transfer.file == nil
            ? say("menunggu sync simpul asal", "waits for home's next sync")
            : say("terkirim, menunggu sync simpul tujuan", "sent, waits for the receiver's next sync")
    }
}
