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
            field(
                "Jenis mutasi", "Kind of move",
                "\(named(route: transfer.route)), \(word(.assignment, transfer.effect.rawValue))"),
            field("Dokumen", "Document", paper(transfer.document)),
            field("Usulan", "Offer", shown(transfer.offer)),
            field(
                "Mulai bertugas", "Start",
                transfer.started == nil ? deadline(transfer.start) : date(transfer.start)),
        ]
        fields += transfer.returns.map { [field("Kembali", "Return", deadline($0))] } ?? []
        let corrections = transfer.corrected.map(paper).joined(separator: "; ")
        fields += corrections.isEmpty ? [] : [field("Ralat atau pencabutan", "Corrections", corrections)]
        if let started = transfer.started {
            let words = [started.text("number"), transfer.startDate.map(date), recorded(started)].compactMap { $0 }
            fields.append(field("SPMT", "Start letter", words.joined(separator: ", ")))
        }
        if let pledged = transfer.pledged {
            let words = [pledged.text("number"), pledged.text("date").map(date(text:)), pledged.actor].compactMap { $0 }
            let wait = say("; menunggu SPMT lain dalam paket", "; waits for the other letters of the package")
            fields.append(field("SPMT", "Start letter", words.joined(separator: ", ") + wait))
        }
        if transfer.started != nil, transfer.effect == .definitive {
            fields.append(field("Berkas kepegawaian", "Personnel file", file(transfer)))
        }
        var page = Page([
            .title(say("Mutasi \(shown(transfer.id)): ", "Transfer \(shown(transfer.id)): ") + state(transfer)),
            .fields(fields),
        ])
        page.blocks += gates(transfer)
        page.blocks += secondment(transfer)
        page.blocks += objection(transfer)
        let findings = RuleResult.findings(sheet: transfer.sheet, computed: transfer.computed)
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

    /// Steps with who does them, and training that still stands before the start; then those after it.
    private func gates(_ transfer: Transfer) -> [Page.Block] {
        let codes = transfer.steps.map(\.step)
        let others = transfer.openGates.filter { !codes.contains($0) }.map {
            [word(.gate, $0), "", say("belum", "not yet"), ""]
        }
        return steps(say("Tahapan sebelum mulai", "Steps before the start"), transfer, .before, others)
            + steps(say("Tahapan setelah mulai", "Steps after the start"), transfer, .after, [])
    }

    private func steps(
        _ title: String, _ transfer: Transfer, _ moment: Route.Step.Moment, _ others: [[String]]
    ) -> [Page.Block] {
        let rows = transfer.steps.filter { $0.moment == moment }.map { step in
            [
                word(.gate, step.step), owner(of: step, transfer),
                step.done.map { date(text: $0.text("date") ?? "?") } ?? say("belum", "not yet"),
                step.done.map { recorded($0) } ?? "",
            ]
        }
        guard !(rows + others).isEmpty else { return [] }
        return [
            .heading(title),
            .table(
                Table(
                    [
                        column("Tahapan", "Step"), column("Oleh", "By"), column("Selesai", "Done"),
                        column("Dicatat oleh", "Recorded by"),
                    ], rows: rows + others)),
        ]
    }

    private func owner(of step: Transfer.Step, _ transfer: Transfer) -> String {
        records.region.map { agency(transfer.agency(step.owner, desk: $0.desk)) } ?? word(.term, step.owner.rawValue)
    }

    /// How often it was extended, what waits for the other agency, who ended it early.
    private func secondment(_ transfer: Transfer) -> [Page.Block] {
        var fields: [Page.Field] = []
        if !transfer.extensions.isEmpty {
            let days = transfer.extensions.map { date(text: $0.text("return") ?? "?") }
            fields.append(field("Diperpanjang sampai", "Extended to", days.joined(separator: ", ")))
        }
        if let asked = transfer.asked {
            let who = agency(transfer.agency(asked.by))
            fields.append(
                field(
                    "Permintaan perpanjangan", "Extension asked for",
                    say("sampai \(date(asked.returns)), oleh \(who)", "to \(date(asked.returns)), by \(who)")))
        }
        if let recalled = transfer.recalled {
            let day = date(text: recalled.text("date") ?? "?")
            fields.append(field("Diakhiri lebih awal", "Ended early", "\(day), \(recorded(recalled))"))
        }
        if let performance = transfer.performance {
            fields.append(
                field("Catatan kinerja", "Performance note", say("ada, oleh ", "given by ") + performance.actor))
        }
        return fields.isEmpty ? [] : [.heading(say("Penugasan sementara", "Secondment")), .fields(fields)]
    }

    private func objection(_ transfer: Transfer) -> [Page.Block] {
        guard let objection = transfer.objection else { return [] }
        let delay = objection.filed.days(until: objection.entered)
        let timely: String =
            switch objection.isTimely {
            case true: say("tepat waktu", "in time")
            case false: say("terlambat", "late")
            case nil: say("batas waktu belum diatur", "no time is set")
            }
        var fields = [
            field("Petikan diterima", "Extract received", date(objection.received)),
            field("Keberatan diajukan", "Handed in", "\(date(objection.filed)), \(timely)"),
            field(
                "Dicatat", "Entered",
                "\(date(objection.entered)), \(objection.said.actor)"
                    + (objection.said.letter.map { "; " + letter($0) } ?? "")
                    + (delay > 0 ? say(" (\(delay) hari kemudian)", " (\(delay) days later)") : "")),
        ]
        fields += objection.deadline.map { [field("Batas mengajukan", "Time to hand it in", date($0))] } ?? []
        if let isUpheld = objection.isUpheld, let decided = objection.decided {
            let words = [
                isUpheld ? say("dikabulkan", "upheld") : say("ditolak", "refused"), decided.text("number") ?? "",
                date(text: decided.text("date") ?? "?"), recorded(decided),
            ]
            fields.append(field("Putusan", "Decision", words.joined(separator: ", ")))
        } else {
            fields.append(
                field(
                    "Putusan", "Decision",
                    say("belum", "not yet") + (objection.decideBy.map { ", " + deadline($0) } ?? "")
                        + (objection.suspends ? say(", menunda mulai bertugas", ", holds the start") : "")))
        }
        return [.heading(say("Keberatan", "Objection")), .fields(fields)]
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
