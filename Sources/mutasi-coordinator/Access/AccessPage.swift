import CoordinatorKit
import Negotiation
import Terminal

/// What nodes were given, as a table.
enum AccessPage {
    static func page(_ rows: [Access], _ language: Language) -> Page {
        var page = Page([.title(Sentence("Data pribadi yang diberikan", "Personal data given out")[language])])
        guard !rows.isEmpty else {
            page.add(.paragraph(Sentence("Belum ada.", "None yet.")[language]))
            return page
        }
        page.add(
            .table(
                Table(
                    [
                        Table.Column(Sentence("Masa", "Period")[language]),
                        Table.Column(Sentence("Perangkat daerah", "Agency")[language]),
                        Table.Column(Sentence("Simpul", "Node")[language]),
                        Table.Column(Sentence("Jenis", "Kind")[language]),
                        Table.Column(Sentence("Jumlah", "How many")[language]),
                        Table.Column(Sentence("Halaman", "Pages")[language]),
                        Table.Column(Sentence("Posisi", "Positions")[language]),
                        Table.Column(Sentence("Terakhir", "Last")[language]),
                    ],
                    rows: rows.map { row in
                        [
                            row.period, row.agency.text, row.node.text, word(row.name)[language],
                            language.number(row.count), language.number(row.pages), "\(row.first)–\(row.last)",
                            row.ended,
                        ]
                    })))
        if rows.count == AccessLimits.shown {
            page.add(
                .paragraph(
                    Sentence("Hanya baris terbaru yang ditampilkan.", "Only the newest rows are shown.")[language]))
        }
        return page
    }

    private static func word(_ name: String) -> Sentence {
        switch name {
        case AccessClass.attachment: Sentence("lampiran", "attachment")
        case "card": Sentence("kartu pegawai", "card")
        case "offer": Sentence("tawaran", "offer")
        case "disclosure": Sentence("profil terbuka", "disclosed profile")
        case "document": Sentence("dokumen", "document")
        case "training": Sentence("diklat", "training")
        case "transfer": Sentence("mutasi", "transfer")
        case "conflict": Sentence("pertentangan", "conflict")
        case "notice": Sentence("pemberitahuan", "notice")
        default: Sentence(name, name)
        }
    }
}
