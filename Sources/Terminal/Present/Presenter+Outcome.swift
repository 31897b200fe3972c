import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// What became, or would become, of an operation.
extension Presenter {
    /// An outcome of the coordinator: the word, and for a refusal or conflict why and what to do.
    ///
    /// - Parameter operation: its kind, such as `offer.agree`.
    public func outcome(_ outcome: Outcome, operation: String, record: RecordID) -> Page {
        let what = "\(word(.operation, operation)) \(shown(record))"
        if let proposal = proposal(outcome) {
            return Page([
                .title("\(what): " + say("menunggu orang kedua", "waits for a second person")),
                .advice(
                    say(
                        "Belum berlaku. Orang lain memeriksa dan mengonfirmasinya:",
                        "It does not count yet. Another person looks at it and confirms it:"),
                    command: "\(todo.program(own)) proposal show \(shown(proposal))"),
            ])
        }
        return Page([.title("\(what): \(word(.outcome, outcome.kind.rawValue))")] + reasons(outcome))
    }

    /// What this node expects the coordinator to decide. It is no decision: nothing may follow from it.
    public func preview(_ outcome: Outcome, operation: String, record: RecordID) -> Page {
        let what = "\(word(.operation, operation)) \(shown(record))"
        switch outcome.kind {
        case .accepted, .merged:
            let second = say("; sesudah itu menunggu orang kedua", "; after that it waits for a second person")
            return Page([
                .title(say("Draf dicatat: ", "Draft recorded: ") + what + (proposal(outcome) == nil ? "" : second)),
                .advice(
                    say("Belum diputuskan. Kirim ke koordinator:", "Not decided yet. Send it to the coordinator:"),
                    command: "\(todo.program(own)) sync"),
            ])
        case .conflict, .rejected:
            return Page(
                [.title(say("Pasti ditolak: ", "Sure to be refused: ") + what)] + reasons(outcome)
                    + [.paragraph(say("Tidak ada yang dicatat.", "Nothing was recorded."))])
        }
    }

    /// Why this node cannot tell what will become of a draft.
    func unforeseen(_ unseen: Preview.Unseen) -> String {
        switch unseen {
        case .incomplete:
            say(
                "Simpul ini belum menerima seluruh data wilayah, sehingga hasilnya belum dapat diperkirakan di sini.",
                "This node has not received all records yet, so what will become of it cannot be told here.")
        case .missing(.offer):
            say(
                "Hasilnya tidak dapat diperkirakan di sini: tindakan ini menyangkut usulan perangkat daerah lain, misalnya dalam satu "
                    + "paket, yang tidak diterima simpul ini. Koordinator memutuskannya dengan melihat semuanya.",
                "What will become of it cannot be told here: it also concerns another agency's offer, as in a package, which this node "
                    + "does not receive. The coordinator decides it with all of them in view.")
        case .missing:
            say(
                "Hasilnya tidak dapat diperkirakan di sini: tindakan ini menyangkut data pihak lain yang tidak diterima simpul ini. "
                    + "Koordinator yang memutuskannya.",
                "What will become of it cannot be told here: it also concerns another party's record, which this node does not "
                    + "receive. The coordinator decides it.")
        }
    }

    /// The proposal as which an operation is kept.
    private func proposal(_ outcome: Outcome) -> RecordID? {
        guard outcome.kind == .accepted, let detail = try? JSON(parsing: outcome.detail.encoded) else { return nil }
        return detail["proposal"]?.string.flatMap(RecordID.init(text:))
    }

    private func reasons(_ outcome: Outcome) -> [Page.Block] {
        guard let code = outcome.code else { return [] }
        let explanation = Sentences.explanation(.rejection, code.rawValue)
        var blocks: [Page.Block] = [.paragraph("\(code.rawValue): \(explanation.meaning[language])")]
        let detail = try? JSON(parsing: outcome.detail.encoded)
        let fields = (detail?.members ?? []).filter { $0.name != "rules" }.map { name, value in
            Page.Field(self.name(name), self.detail(value))
        }
        blocks += fields.isEmpty ? [] : [.fields(fields)]
        let rules = (detail?["rules"]?.elements ?? []).compactMap { try? RuleResult(reading: $0) }
        blocks += self.rules(rules).map { [.table($0)] } ?? []
        blocks.append(.advice(explanation.advice[language], command: command(code, detail)))
        return blocks
    }

    /// The command to run next, where the outcome itself names what it is about.
    private func command(_ code: RejectionCode, _ detail: JSON?) -> String? {
        guard code == .groupsConflict || code == .ownRules,
            let id = detail?["conflict"]?.string.flatMap(RecordID.init(text:))
        else { return nil }
        return "\(todo.program(own)) conflict show \(shown(id))"
    }

    private func name(_ member: String) -> String {
        switch member {
        case "path": say("tempat", "place")
        case "expected": say("seharusnya", "expected")
        case "who": say("hak", "belongs to")
        case "state": say("keadaan", "state")
        case "missing": say("belum ada", "missing")
        case "gates": say("belum selesai", "not done")
        case "offers", "offer": say("usulan", "offer")
        case "terms": say("syarat terbaru", "current terms")
        case "limit": say("batas", "limit")
        case "months": say("bulan di luar daftar siaga", "months outside the entry")
        case "days": say("hari", "days")
        case "route": say("jenis mutasi", "kind of move")
        case "mode": say("cara pengisian", "mode")
        case "request": say("permohonan", "request")
        case "standby": say("daftar siaga", "standby entry")
        case "round": say("gelombang", "round")
        case "line": say("baris", "line")
        case "now": say("sekarang", "now")
        case "until": say("sampai", "until")
        case "void": say("gugur karena pergantian kepala daerah", "void since the head of region changed")
        case "head": say("kepala daerah sekarang", "head of region now")
        case "since": say("menjabat sejak", "in office since")
        case "instead": say("jalan keluar", "way out")
        case "opens": say("dibuka oleh", "opened by")
        case "person": say("peran pegawai", "the person's part")
        case "groups": say("bagian", "part")
        case "proposal": say("usul tindakan", "proposal")
        case "letter": say("surat yang berlaku", "the letter that stands")
        case "says": say("pernyataan yang berlaku", "what stands")
        case "conflict": say("pertentangan", "conflict")
        case "incident": say("insiden", "incident")
        case "taken": say("terkunci", "held")
        case "lines": say("baris", "lines")
        case "agency": say("perangkat daerah", "agency")
        case "hours": say("jam pelajaran", "hours")
        case "day": say("hari", "day")
        case "package": say("paket", "package")
        case "vacancy": say("lowongan", "vacancy")
        case "documents": say("dokumen penutup yang berbeda", "different documents at the end")
        case "operation": say("operasi", "operation")
        default: member
        }
    }

    /// A detail in words: ids short, known words in the language, terms with their version and start.
    private func detail(_ value: JSON) -> String {
        if let elements = value.elements {
            return elements.map(detail).joined(separator: ", ")
        }
        if value.kind == .object {
            return object(value)
        }
        guard let text = value.string else { return value.text }
        if let id = RecordID(text: text) {
            return shown(id)
        }
        if let code = AgencyCode(text), records.agencies[code] != nil {
            return agency(code)
        }
        let lists: [WordList] = [.gate, .term, .stance, .label, .transferState, .group, .side, .voice]
        return lists.lazy.compactMap { Sentences.word($0, text)?[language] }.first ?? date(text: text)
    }

    /// What of its package stands against a line.
    private func package(_ detail: JSON?) -> String {
        guard let package = detail?["package"]?.string.flatMap(RecordID.init(text:)) else { return "" }
        guard let offers = detail?["offers"]?.elements else {
            return detail?["state"].map { " \(self.detail($0))." } ?? ""
        }
        let ids = offers.map(self.detail).joined(separator: ", ")
        return say(
            " Paket \(shown(package)): dokumen ini harus memuat juga \(ids).",
            " Package \(shown(package)): this document must have lines for \(ids) too.")
    }

    private func object(_ value: JSON) -> String {
        if let number = value["number"]?.string, let day = value["date"]?.string {
            return "\(number), \(date(text: day))"
        }
        if let version = value["version"]?.integer, let start = value["value"]?["start"]?.string {
            return say("versi \(version), mulai \(date(text: start))", "version \(version), start \(date(text: start))")
        }
        if let offer = value["offer"]?.string.flatMap(RecordID.init(text:)), let code = value["code"]?.string {
            let meaning = Sentences.explanation(.rejection, code).meaning[language]
            return "\(shown(offer)): \(meaning)" + package(value["detail"])
        }
        return value.text
    }
}
