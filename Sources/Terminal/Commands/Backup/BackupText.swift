import Negotiation
import NodeKit
import StrictJSON

/// What a backup holds, in both forms.
enum BackupText {
    static func json(_ contents: BackupContents) -> JSONValue {
        .object([
            ("region", .string(contents.region)), ("agency", .string(contents.agency.text)),
            ("node", .string(contents.node.text)), ("registry", .boolean(contents.isRegistry)),
            ("madeAt", .string(contents.madeAt)), ("exchange", .integer(contents.exchange)),
            ("lastSync", .optional(contents.lastSync)), ("day", .optional(contents.day)),
            ("records", .integer(contents.records)), ("digest", .string(contents.digest)),
            ("people", .integer(contents.people)), ("drafts", .integer(contents.drafts)),
            ("inFlight", .integer(contents.inFlight)),
        ])
    }

    static func fields(_ contents: BackupContents, _ language: Language) -> Page.Block {
        func field(_ indonesian: String, _ english: String, _ value: String) -> Page.Field {
            Page.Field(Sentence(indonesian, english)[language], value)
        }
        return .fields([
            field("Perangkat daerah", "Agency", contents.agency.text),
            field("Simpul", "Node", contents.node.text),
            field("Dibuat", "Made", contents.madeAt),
            field("Sinkronisasi terakhir", "Last sync", contents.lastSync ?? "-"),
            field("Catatan", "Records", language.number(contents.records)),
            field("Pegawai", "People", language.number(contents.people)),
            field("Belum terkirim", "Unsent", language.number(contents.drafts + contents.inFlight)),
            field("Sidik data", "View digest", String(contents.digest.prefix(16)) + "…"),
        ])
    }
}
