import ArgumentParser
import NodeKit
import StrictJSON
import SyncProtocol

struct CheckpointShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "The checkpoints that are kept, and every contradiction that was found.",
        discussion: """
            Example: mutasi-node checkpoint show

            Ends with 1 while a contradiction is open.
            """)

    static var needsFreshRecords: Bool { false }

    /// Lines for people; --json has all.
    private static let shown = 10

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let checkpoints = try workplace.store.checkpoints()
        let contradictions = try workplace.store.contradictions()
        let isOpen = contradictions.contains(where: \.isOpen)
        let json = JSONValue.object([
            ("forked", .boolean(isOpen)),
            (
                "checkpoints",
                .array(
                    checkpoints.map { checkpoint in
                        .object([
                            ("head", checkpoint.head.json), ("day", .optional(checkpoint.day)),
                            ("text", .string(checkpoint.text)),
                        ])
                    })
            ), ("contradictions", .array(contradictions.map(\.json))),
        ])
        return Answer(json, exit: isOpen ? .answerIsNo : .done) { language in
            Self.page(checkpoints, contradictions, language)
        }
    }

    private static func page(
        _ checkpoints: [Checkpoint], _ contradictions: [Contradiction], _ language: Language
    ) -> Page {
        var page = Page([.title(Sentence("Titik periksa jurnal", "Checkpoints of the journal")[language])])
        if checkpoints.isEmpty {
            page.add(
                .paragraph(
                    Sentence(
                        "Belum ada; koordinator mengirimnya pada sinkronisasi.",
                        "None yet; the coordinator sends one at a sync.")[language]))
        } else {
            let columns = [
                Table.Column(Sentence("Masa", "Epoch")[language]),
                Table.Column(Sentence("Nomor", "Position")[language]),
                Table.Column(Sentence("Hari", "Day")[language]), Table.Column(Sentence("Akar", "Root")[language]),
            ]
            let rows = checkpoints.prefix(shown).map { checkpoint in
                [
                    "\(checkpoint.head.epoch)", language.number(checkpoint.head.position), checkpoint.day ?? "-",
                    String((checkpoint.head.root ?? "").prefix(16)) + "…",
                ]
            }
            page.add(.table(Table(columns, rows: rows)))
        }
        guard !contradictions.isEmpty else { return page }
        page.add(.heading(Sentence("Pertentangan", "Contradictions")[language]))
        for contradiction in contradictions.prefix(shown) {
            page.add(.paragraph(sentence(contradiction, language)))
        }
        page.add(
            .advice(
                Sentence("Tunjukkan seluruh bukti kepada BKD:", "Show the whole proof to the BKD:")[language],
                command: "mutasi-node checkpoint show --json"))
        return page
    }

    private static func sentence(_ contradiction: Contradiction, _ language: Language) -> String {
        let words = CheckpointWords.reason(contradiction.reason)[language]
        let places = [contradiction.seen, contradiction.shown].compactMap { head in
            head.map { "\($0.epoch)/\(language.number($0.position))" }
        }.joined(separator: " ≠ ")
        let state = contradiction.isOpen ? "" : Sentence(" (sudah selesai)", " (settled)")[language]
        return "\(contradiction.found): \(words) \(places)\(state)"
    }
}
