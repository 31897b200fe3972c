import ArgumentParser
import NodeKit
import StrictJSON

struct CheckpointCheck: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Compare what another agency was shown with what this node saw.",
        discussion: """
            Example: mutasi-node checkpoint check disdik.checkpoint

            Takes a checkpoint, a receipt or an evidence file. When both are at different places of the journal, the next sync \
            asks the coordinator for the proof that one extends the other. Ends with 1 when they contradict each other.
            """)

    static var needsFreshRecords: Bool { false }

    @Argument(help: "The other's file.")
    var file: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let bytes = try CommandFile.read(file, maxBytes: HeadEvidence.byteLimit)
        let identity = workplace.identity
        let evidence = try HeadEvidence(
            parsing: bytes, region: identity.region, coordinator: identity.coordinator)
        let comparison = try workplace.store.compare(evidence)
        let json = JSONValue.object([("comparison", .string(comparison.rawValue))])
        return Answer(json, exit: comparison == .forked ? .answerIsNo : .done) { language in
            var page = Page([
                .title(Sentence("Perbandingan jurnal", "Comparison of journals")[language]),
                .paragraph(CheckpointWords.comparison(comparison)[language]),
            ])
            if comparison == .asked {
                page.add(
                    .advice(
                        Sentence("Minta buktinya sekarang:", "Ask for the proof now:")[language],
                        command: "mutasi-node sync"))
            }
            return page
        }
    }
}
