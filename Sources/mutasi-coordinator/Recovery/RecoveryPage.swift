import Negotiation
import StrictJSON
import Terminal

/// A recovery in words and tables.
enum RecoveryPage {
    static func page(_ json: JSON, _ language: Language) -> Page {
        let state =
            switch json["state"]?.string {
            case "recovering":
                Sentence("sedang memulihkan; belum ada yang diputuskan", "recovering; nothing is decided yet")
            case "halted": Sentence("BERHENTI sampai dipulihkan", "HALTED until it is restored")
            default: Sentence("melayani", "serving")
            }
        var fields = [Page.Field(Sentence("Keadaan", "State")[language], state[language])]
        if let reason = json["reason"]?.string {
            fields.append(Page.Field(Sentence("Sebab", "Why")[language], reason))
        }
        if let epoch = json["epoch"]?.integer, let cut = json["cut"]?.integer {
            fields.append(Page.Field(Sentence("Babak", "Epoch")[language], "\(epoch)"))
            fields.append(Page.Field(Sentence("Utuh sampai", "Whole up to")[language], language.number(cut)))
        }
        let handedIn = language.number(json["handedIn"]?.integer ?? 0)
        fields.append(Page.Field(Sentence("Bundel yang diserahkan", "Bundles handed in")[language], handedIn))
        let gaps = (json["gaps"]?.elements ?? []).map {
            "\($0["epoch"]?.integer ?? 0)/\($0["first"]?.integer ?? 0)–\($0["last"]?.integer ?? 0)"
        }
        fields.append(
            Page.Field(
                Sentence("Posisi yang tidak diserahkan siapa pun", "Positions that nobody handed in")[language],
                gaps.isEmpty ? "-" : gaps.joined(separator: ", ")))
        var page = Page([.title(Sentence("Pemulihan", "Recovery")[language]), .fields(fields)])
        let awaited = (json["awaited"]?.elements ?? []).map { [$0["agency"]?.string ?? "", $0["node"]?.string ?? ""] }
        if !awaited.isEmpty {
            page.add(.paragraph(Sentence("Belum menyerahkan:", "Have not handed in:")[language]))
            page.add(
                .table(
                    Table(
                        [
                            Table.Column(Sentence("Perangkat daerah", "Agency")[language]),
                            Table.Column(Sentence("Simpul", "Node")[language]),
                        ], rows: awaited)))
        }
        let changes = json["changes"]?.elements ?? []
        if !changes.isEmpty {
            page.add(.paragraph(Sentence("Hasil yang berubah:", "Outcomes that changed:")[language]))
            page.add(.table(table(changes, language)))
        }
        return page
    }

    private static func table(_ changes: [JSON], _ language: Language) -> Table {
        func words(_ outcome: JSON?) -> String {
            let kind = Sentences.word(.outcome, outcome?["outcome"]?.string ?? "", language)
            return outcome?["code"]?.string.map { "\(kind) (\($0))" } ?? kind
        }
        return Table(
            [
                Table.Column(Sentence("Perangkat daerah", "Agency")[language]),
                Table.Column(Sentence("Tindakan", "Act")[language]),
                Table.Column(Sentence("Tentang", "About")[language]),
                Table.Column(Sentence("Dulu", "Before")[language]),
                Table.Column(Sentence("Sekarang", "Now")[language]),
            ],
            rows: changes.map { change in
                [
                    change["agency"]?.string ?? "", Sentences.word(.operation, change["kind"]?.string ?? "", language),
                    change["record"]?.string.flatMap(RecordID.init(text:)).map { ShortID.text($0) } ?? "",
                    words(change["was"]), words(change["now"]),
                ]
            })
    }
}
