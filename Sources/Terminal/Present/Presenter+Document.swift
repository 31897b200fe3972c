import Negotiation
import Personnel

extension Presenter {
    public func documents(_ documents: [Document]) -> Page {
        guard !documents.isEmpty else { return nothing("Tidak ada dokumen.", "There are no documents.") }
        let rows = documents.map { document in
            [
                shown(document.id), document.type, document.number, date(document.date), document.signer,
                language.number(document.lines.count),
            ]
        }
        return Page([
            .table(
                Table(
                    [
                        column("Nomor data", "Id"), column("Jenis", "Type"), column("Nomor", "Number"),
                        column("Tanggal", "Date"), column("Penanda tangan", "Signer"),
                        column("Baris", "Lines", .right),
                    ], rows: rows))
        ])
    }

    public func document(_ document: Document) -> Page {
        Page([
            .title(say("Dokumen \(shown(document.id)): ", "Document \(shown(document.id)): ") + document.type),
            .fields([
                field("Nomor", "Number", document.number),
                field("Tanggal", "Date", date(document.date)),
                field("Penanda tangan", "Signer", "\(document.signer), \(document.standing)"),
                field("Diterbitkan oleh", "Issued by", agency(document.agency)),
                field("Dicatat oleh", "Recorded by", document.actor),
            ]),
            .heading(say("Baris", "Lines")),
            .table(
                Table(
                    [
                        column("Usulan", "Offer"), column("Pegawai dan jabatan", "Person and post"),
                        column("Syarat", "Terms", .right), column("Hasil", "Result"),
                    ],
                    rows: document.lines.map { line in
                        [
                            shown(line.offer), records.offer(line.offer).map { about($0.id) } ?? "",
                            language.number(line.terms),
                            word(.result, line.isFavourable ? "favourable" : "struck"),
                        ]
                    })),
        ])
    }
}
