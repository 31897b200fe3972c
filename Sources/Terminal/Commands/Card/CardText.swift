import Negotiation
import Personnel
import StrictJSON

/// A card in both forms; its person's NIP only at the registry that holds it.
enum CardText {
    static func json(_ record: Record, _ nip: NIP?) -> JSONValue {
        guard case .object(let members) = RecordJSON.of(record), let nip else { return RecordJSON.of(record) }
        return .object(members + [("nip", .string(nip.text))])
    }

    static func page(_ cards: [Card], _ people: [RecordID: NIP], pool: Bool, _ language: Language) -> Page {
        let columns = [
            Table.Column("Id"), Table.Column(Sentence("Dinas", "Agency")[language]), Table.Column("NIP"),
            Table.Column(Sentence("Gol.", "Grade")[language]), Table.Column(Sentence("Jabatan", "Post")[language]),
            Table.Column(Sentence("Terbuka", "Open")[language]),
        ]
        let rows = cards.map { card in
            let service = card.group("service")
            return [
                ShortID.text(card.id), card.agency.text, people[card.id]?.text ?? "",
                service?["grade"]?.string ?? "", service?["post"]?.string ?? "",
                card.isOpen ? Sentence("ya", "yes")[language] : "",
            ]
        }
        return Page([
            .title(
                pool
                    ? Sentence("Kartu terbuka semua dinas", "Open cards of all agencies")[language]
                    : Sentence("Kartu dinas ini", "This agency's cards")[language]),
            rows.isEmpty ? .paragraph(Sentence("Tidak ada.", "None.")[language]) : .table(Table(columns, rows: rows)),
        ])
    }
}
