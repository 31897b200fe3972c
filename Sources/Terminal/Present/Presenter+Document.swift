import Negotiation
import Personnel

extension Presenter {
    public func documents(_ documents: [Document]) -> Page {
        guard !documents.isEmpty else { return nothing("Tidak ada dokumen.", "There are no documents.") }
        let rows = documents.map { document in
            [
                shown(document.id), named(document), numbered(document), date(document.date), document.signer,
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

    /// The number on the paper, with the part of it that this record is.
    private func numbered(_ document: Document) -> String {
        guard let part = document.part else { return document.number }
        let (number, of) = (language.number(part.number), language.number(part.of))
        return document.number + say(" (bagian \(number) dari \(of))", " (part \(number) of \(of))")
    }

    public func document(_ document: Document) -> Page {
        var fields = [
            field("Nomor", "Number", numbered(document)),
            field("Tanggal", "Date", date(document.date)),
            field("Penanda tangan", "Signer", "\(document.signer), \(document.standing)"),
            field("Diterbitkan oleh", "Issued by", agency(document.agency)),
            field(
                "Dicatat oleh", "Recorded by",
                document.actor + delay(from: document.date, document.entered)),
        ]
        fields += document.corrects.map { [field("Meralat atau mencabut", "Corrects or revokes", paper($0))] } ?? []
        fields +=
            document.extractOf.map { _ in
                [field("Petikan", "Extract", say("hanya baris perangkat daerah ini", "this agency's line alone"))]
            } ?? []
        let later = records.documents.filter { $0.corrects == document.extractOf ?? document.id }.map { paper($0.id) }
        fields += later.isEmpty ? [] : [field("Diralat dengan", "Corrected by", later.joined(separator: "; "))]
        return Page([
            .title(say("Dokumen \(shown(document.id)): ", "Document \(shown(document.id)): ") + named(document)),
            .fields(fields),
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
                            result(line, of: document),
                        ]
                    })),
        ])
    }

    /// What a line says, with what takes the place of a changed one or of the decreed start.
    func result(_ line: Document.Line, of document: Document) -> String {
        if let changed = line.changed {
            let offer = records.offer(line.offer)
            let card = changed.card ?? offer?.card
            let vacancy = changed.vacancy ?? offer?.vacancy
            let instead = [card.map { person(of: $0) }, vacancy.map { place(of: $0) }].compactMap { $0 }
            return word(.result, "changed") + ": " + instead.joined(separator: " -> ")
        }
        guard document.corrects != nil else { return word(.result, line.isFavourable ? "favourable" : "struck") }
        let start = line.start.map { say(", mulai \(date($0))", ", start \(date($0))") } ?? ""
        return word(.result, line.isFavourable ? "corrected" : "revoked") + start
    }
}
