import Negotiation
import StrictJSON
import SyncProtocol

/// An evidence file checked, as people and programs are told in both programs.
public enum EvidenceCheck {
    /// Checks a file's bytes under the fingerprint of the coordinator's key. Throws ``Failure``: `bad-file`, or the fault.
    public static func answer(_ bytes: [UInt8], fingerprint: String) throws -> Answer {
        let verdict: EvidenceFile.Verdict
        do {
            verdict = try EvidenceFile(parsing: bytes).check(fingerprint: fingerprint)
        } catch let fault as EvidenceFault {
            throw Failure(.evidence, fault.rawValue, exit: .answerIsNo)
        } catch let error as ProtocolError {
            throw Failure(.evidence, "form", exit: .badData, detail: "\(error)")
        }
        let (entry, operation) = (verdict.entry, verdict.operation)
        let json = JSONValue.object([
            ("verified", true), ("position", .integer(entry.position)), ("epoch", .integer(entry.epoch)),
            ("operation", .string(operation.id.text)), ("kind", .string(operation.kind)),
            ("agency", .string(entry.agency.text)), ("node", .string(entry.node.text)),
            ("actor", .string(operation.actor)), ("recordedAt", .string(operation.recordedAt)),
            ("record", .string(operation.record.text)), ("outcome", entry.outcome.json),
            ("checkpoint", verdict.checkpoint.head.json),
        ])
        return Answer(json) { language in
            Page([
                .title(Sentence("Bukti ini sah", "This evidence holds")[language]),
                .fields([
                    Page.Field(Sentence("Nomor jurnal", "Position")[language], language.number(entry.position)),
                    Page.Field(
                        Sentence("Tindakan", "Act")[language], Sentences.word(.operation, operation.kind, language)),
                    Page.Field(
                        Sentence("Dinyatakan oleh", "Stated by")[language],
                        "\(entry.agency.text), \(operation.actor), \(operation.recordedAt)"),
                    Page.Field(
                        Sentence("Keputusan", "Decision")[language],
                        [entry.outcome.kind.rawValue, entry.outcome.code?.rawValue].compactMap(\.self)
                            .joined(separator: " ")),
                    Page.Field(
                        Sentence("Jurnal sampai nomor", "Journal up to position")[language],
                        language.number(verdict.checkpoint.head.position)),
                ]),
                .paragraph(
                    Sentence(
                        "Ditandatangani oleh simpul yang menyatakannya dan oleh koordinator.",
                        "Signed by the node that stated it and by the coordinator.")[language]),
            ])
        }
    }
}
