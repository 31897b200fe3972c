import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON
import SyncProtocol

/// `card post`, by letter only: a card of somebody whose staff row no node holds.
struct CardPost: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "post",
        abstract: "Make the card of a person whom the letter names.",
        discussion: """
            Example: mutasi-coordinator behalf prov-jateng --letter 824/1 --letter-date 2026-03-02 --signer "Sekda" \\
              --standing definitif -- card post --nip 198501012010011001 --employment PNS --grade III/c --post "Analis SDM"

            The NIP keeps the card the only one of its person and stands in no record. What the letter does not say is left out.
            """)

    @Option(help: ArgumentHelp("The person's NIP.", valueName: "nip"))
    var nip: String

    @Option(help: ArgumentHelp("PNS, CPNS, PPPK …", valueName: "kind"))
    var employment: String

    @Option(help: ArgumentHelp("Golongan, such as III/c.", valueName: "grade"))
    var grade: String?

    @Option(help: ArgumentHelp("The present post's name.", valueName: "name"))
    var post: String

    @Option(help: ArgumentHelp("The post's family.", valueName: "family"))
    var family: String?

    @Option(help: ArgumentHelp("Level of education, such as S-1.", valueName: "level"))
    var education: String?

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let kinds = EmploymentKind.allCases.map(\.rawValue)
        guard let employment = kinds.first(where: { $0.lowercased() == employment.lowercased() }) else {
            throw CommandError(
                .badArgument,
                Sentence("Status kepegawaian {kind} tidak dikenal.", "The employment {kind} is not known."),
                advice: Sentence("Pilih salah satu: {kinds}.", "Choose one of: {kinds}."),
                values: [("kind", self.employment), ("kinds", kinds.joined(separator: ", "))])
        }
        let person = PersonTag.make(nip: try NIP(parsing: nip).text, key: workplace.identity.tagKey)
        let body = JSONValue.object([
            ("person", .string(person)),
            (
                "card",
                .object([
                    (
                        "service",
                        .members([
                            ("employment", .string(employment)), ("grade", grade.map(JSONValue.string)),
                            ("post", .string(post)), ("family", family.map(JSONValue.string)),
                        ])
                    ),
                    ("education", .members([("level", education.map(JSONValue.string))])),
                    ("wishes", .object([("posts", .array([])), ("districts", .array([]))])),
                ])
            ),
        ])
        return Answer(try await workplace.record(.cardPost, body, recording))
    }
}
