import Negotiation
import NodeKit
import Personnel
import SyncProtocol

/// The handover as a successor reads it who knows nothing yet.
extension Handover {
    func page(_ language: Language) -> Page {
        let presenter = Presenter(records, own: identity.agency, language: language)
        var page = Page([
            .title(presenter.say("Serah terima pekerjaan: ", "Handover: ") + presenter.agency(identity.agency))
        ])
        page.blocks += introduction(presenter)
        page.blocks += open(presenter)
        page.blocks += dates(presenter)
        page.blocks += keys(presenter)
        page.blocks += backups(presenter)
        page.blocks += first(presenter)
        page.blocks += signatures(presenter)
        return page
    }

    private func introduction(_ presenter: Presenter) -> [Page.Block] {
        let role: String =
            if program == .coordinator {
                presenter.say("meja BKD di samping koordinator", "the BKD's desk beside the coordinator")
            } else if identity.isRegistry {
                presenter.say(
                    "simpul registri: di sinilah data pegawai dinas disimpan",
                    "registry node: the agency's staff data lives here")
            } else {
                presenter.say(
                    "simpul kedua: ikut bernegosiasi, tanpa data pegawai",
                    "second node: it negotiates, without staff data")
            }
        return [
            .paragraph(
                presenter.say(
                    "Dinas saling mengusulkan mutasi pegawai lewat program ini; koordinator di BKD memutuskan urutannya. Yang dicatat "
                        + "di sini adalah draf sampai sinkronisasi menyebut hasilnya. Nama dan NIP tidak ada di lembar ini.",
                    "Agencies offer each other transfers through this program; the coordinator at the BKD puts them in one order. "
                        + "What is recorded here is a draft until a sync has told its outcome. No name or NIP stands on this sheet."
                )),
            .fields([
                presenter.field("Hari", "Day", records.today.map(presenter.date) ?? "-"),
                presenter.field("Diserahkan oleh", "Handed over by", actor),
                presenter.field("Peran mesin ini", "This machine", role),
                presenter.field("Program", "Program", program.rawValue),
                presenter.field("Folder data", "Data folder", directory),
                presenter.field("Nomor simpul", "Node", identity.node.text),
                presenter.field("Keadaan", "State", StatusWords.state(status.state)[presenter.language]),
                presenter.field("Sinkronisasi terakhir", "Last sync", status.lastSync ?? "-"),
            ]),
        ]
    }

    private func open(_ presenter: Presenter) -> [Page.Block] {
        let lines = todo.lines
        let mine = lines.filter { $0.who == identity.agency }
        let others = lines.filter { $0.who != identity.agency }
        var blocks: [Page.Block] = [
            .heading(presenter.say("1. Yang masih terbuka: \(mine.count)", "1. What is open: \(mine.count)"))
        ]
        blocks += mine.map { .advice(presenter.sentence($0), command: $0.command) }
        if mine.isEmpty {
            blocks.append(.paragraph(presenter.say("Tidak ada.", "Nothing.")))
        }
        blocks += remains(presenter)
        let late = todo.late
        if !late.isEmpty {
            blocks.append(
                .advice(
                    presenter.say("Mutasi yang terlambat: \(late.count).", "Late transfers: \(late.count)."),
                    command: "\(program.rawValue) transfer late"))
        }
        if !others.isEmpty {
            blocks.append(.paragraph(presenter.say("Menunggu pihak lain:", "Waiting for others:")))
            blocks.append(.items(others.map { "\(presenter.agency($0.who)): \(presenter.sentence($0))" }))
        }
        return blocks
    }

    /// What lies at this node itself: drafts, conflicts, staff data that did not follow.
    private func remains(_ presenter: Presenter) -> [Page.Block] {
        var blocks: [Page.Block] = []
        if !unsent.isEmpty {
            let count = unsent.count
            let held = status.held
            blocks.append(
                .advice(
                    presenter.say(
                        "\(count) draf belum diputuskan, \(held) di antaranya ditahan untuk diperiksa.",
                        "\(count) drafts are not decided yet, \(held) of them held for a look."),
                    command: "\(program.rawValue) outbox list"))
        }
        if status.openConflicts > 0 {
            blocks.append(
                .advice(
                    presenter.say(
                        "\(status.openConflicts) pertentangan menunggu pilihan.",
                        "\(status.openConflicts) conflicts wait for a choice."),
                    command: "\(program.rawValue) conflict list"))
        }
        if !unresolved.isEmpty {
            blocks.append(
                .advice(
                    presenter.say(
                        "\(unresolved.count) mutasi yang sudah mulai tidak cocok dengan data pegawai.",
                        "\(unresolved.count) started transfers do not fit the staff data."),
                    command: "\(program.rawValue) transfer show \(unresolved.first.map(presenter.shown) ?? "")"))
        }
        return blocks
    }

    private func dates(_ presenter: Presenter) -> [Page.Block] {
        let entries = todo.calendar
        let heading = Page.Block.heading(presenter.say("2. Kalender", "2. Calendar"))
        guard !entries.isEmpty else {
            return [heading, .paragraph(presenter.say("Tidak ada tanggal ke depan.", "No dates ahead."))]
        }
        let columns = [
            presenter.column("Tanggal", "Date"), presenter.column("Apa", "What"), presenter.column("Tentang", "About"),
        ]
        let rows = entries.map { entry in
            [
                presenter.date(entry.date), presenter.what(entry),
                entry.record.map { record in
                    entry.kind == .policyBegins || entry.kind == .reorganisation ? "" : presenter.about(record)
                } ?? entry.detail,
            ]
        }
        return [heading, .table(Table(columns, rows: rows))]
    }

    private func keys(_ presenter: Presenter) -> [Page.Block] {
        var items = keys.map { "\(directory)/\($0.path): \($0.what[presenter.language])" }
        items.append(
            presenter.say(
                "Sidik kunci koordinator (untuk dibandingkan, bukan rahasia): ",
                "Fingerprint of the coordinator's key (to compare, no secret): ")
                + InvitationLine.fingerprint(of: identity.coordinator))
        items.append(
            presenter.say("Alamat koordinator: ", "Address of the coordinator: ") + identity.url
                + (identity.caPath.map { presenter.say(", dengan CA \($0)", ", with the authority \($0)") } ?? ""))
        let lost =
            program == .coordinator
            ? presenter.say(
                "Simpan salinannya di luar mesin ini, terenkripsi. Tulis di sini tempatnya: ____________________",
                "Keep copies off this machine, encrypted. Write down where: ____________________")
            : presenter.say(
                "Bila mesin hilang atau rusak: minta BKD menjalankan perintah di bawah, lalu rejoin dari cadangan.",
                "When the machine is lost: ask the BKD for the command below, then rejoin from the backup.")
        let command =
            program == .coordinator
            ? nil : "mutasi-coordinator invite \(identity.agency.text) --replace \(identity.node.text)"
        return [
            .heading(presenter.say("3. Kunci", "3. Keys")), .items(items), .advice(lost, command: command),
        ]
    }

    private func backups(_ presenter: Presenter) -> [Page.Block] {
        func told(_ text: String?, _ days: Int?) -> String {
            guard let text else { return presenter.say("BELUM PERNAH", "NEVER") }
            return text + (days.map { presenter.say(" (\($0) hari lalu)", " (\($0) days ago)") } ?? "")
        }
        let upkeep = status.upkeep
        var fields: [Page.Field] = []
        if program == .coordinator {
            fields.append(
                presenter.field(
                    "Pemulihan terakhir dicoba", "Restore last tried", told(restores?.at, restores?.ageDays())))
        } else {
            fields = [
                presenter.field(
                    "Cadangan terakhir", "Last backup", told(upkeep.lastBackup, daysSince(upkeep.lastBackup))),
                presenter.field(
                    "Terakhir diperiksa", "Last checked", told(upkeep.lastCheck, daysSince(upkeep.lastCheck))),
            ]
        }
        fields.append(
            presenter.field("Tempat penyimpanan", "Where they are kept", "____________________"))
        let check =
            program == .coordinator
            ? "mutasi-coordinator restore --check BACKUP --mirror FOLDER" : "mutasi-node restore FILE --check"
        return [
            .heading(presenter.say("4. Cadangan", "4. Backups")), .fields(fields),
            .advice(
                presenter.say("Buat sekarang, sebelum serah terima:", "Make one now, before the handover:"),
                command: "\(program.rawValue) backup FILE"),
            .advice(presenter.say("Periksa sebulan sekali:", "Check it once a month:"), command: check),
        ]
    }

    private func first(_ presenter: Presenter) -> [Page.Block] {
        [
            .heading(presenter.say("5. Hari pertama penerus", "5. The successor's first day")),
            .advice(
                presenter.say("Lihat apakah mesin sehat:", "See whether the machine is well:"),
                command: "\(program.rawValue) doctor"),
            .advice(
                presenter.say("Lihat yang menunggu, setiap pagi:", "See what waits, every morning:"),
                command: "\(program.rawValue) todo"),
            .advice(
                presenter.say(
                    "Catat dengan nama sendiri; nama itu tertulis pada setiap tindakan:",
                    "Record under your own name; it stands in every act:"), command: "\(program.rawValue) … --as NAME"),
            .paragraph(
                presenter.say(
                    "Setiap perintah punya --help dengan contoh. Panduan: deploy/guide.md; kecelakaan: deploy/accidents.md.",
                    "Every command has --help with an example. Guide: deploy/guide.md; accidents: deploy/accidents.md.")
            ),
        ]
    }

    private func signatures(_ presenter: Presenter) -> [Page.Block] {
        [
            .heading(presenter.say("Yang menyerahkan dan yang menerima", "Handed over and received")),
            .fields([
                presenter.field("Menyerahkan", "Handed over", "____________________"),
                presenter.field("Menerima", "Received", "____________________"),
                presenter.field("Tanggal", "Date", "____________________"),
            ]),
        ]
    }
}

extension Presenter {
    /// What comes on a date of the calendar.
    public func what(_ entry: CalendarEntry) -> String {
        switch entry.kind {
        case .due:
            entry.line.map { "\(agency($0.who)): \(what($0))" } ?? say("batas waktu", "last day")
        case .start: say("mulai bertugas", "start of duty")
        case .return: say("kembali dari penugasan sementara", "back from the secondment")
        case .vacancyCloses: say("lowongan ditutup", "the vacancy closes")
        case .policyBegins:
            say("kebijakan versi \(entry.detail) mulai berlaku", "policy version \(entry.detail) begins to count")
        case .reorganisation:
            say("penataan \(entry.detail) mulai berlaku", "reorganisation \(entry.detail) begins to count")
        case .tenureEnds: say("akhir masa jabatan", "end of the tenure")
        case .election: say("tanggal pilkada (pembatasan mutasi pejabat)", "election date (ban on replacing officials)")
        }
    }
}
