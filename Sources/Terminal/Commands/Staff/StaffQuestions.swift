import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `staff questions`
struct StaffQuestions: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "questions",
        abstract: "What imports found and somebody has to say: who is gone and why, moves without their decree.",
        discussion: """
            Example: mutasi-node staff questions

            Answer with staff answer. Those who wait for SIASN need no answer: they stay where their transfer put them until \
            the export agrees.
            """)

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        let questions = try workplace.store.staff.questions()
        let json = JSONValue.object([("questions", .array(questions.map(StaffQuestionText.json)))])
        return Answer(json) { StaffQuestionText.page(questions, $0) }
    }
}

/// `staff answer`
struct StaffAnswerCommand: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Say why somebody is gone from the export, or by which decree somebody moved outside the system.",
        discussion: """
            Examples:
              mutasi-node staff answer 198501012010011001 --why retired --from 2026-03-01 --number 800/12 --date 2026-02-20
              mutasi-node staff answer 198501012010011001 --number 821/22 --date 2026-01-02

            --why is retired, dismissed, died, moved-outside (with --to) or error: the file lacks somebody who is still here. \
            Nothing is deleted; the cards follow by themselves.
            """)

    @Argument(help: "The NIP.")
    var nip: String

    @Option(help: ArgumentHelp("Why the person is gone.", valueName: "reason"))
    var why: String?

    @Option(help: ArgumentHelp("The first day on which the person is no longer here.", valueName: "yyyy-mm-dd"))
    var from: CivilDate?

    @Option(help: ArgumentHelp("Where a person went who moved outside.", valueName: "agency"))
    var to: String?

    @Option(help: ArgumentHelp("The decree's number.", valueName: "number"))
    var number: String?

    @Option(help: ArgumentHelp("The decree's date.", valueName: "yyyy-mm-dd"))
    var date: CivilDate?

    @OptionGroup var options: GlobalOptions

    /// The most bytes of a decree's number and of a place.
    static let textBytes = 200

    func validate() throws {
        let reason = try why.map(Self.reason)
        switch reason {
        case nil:
            guard number != nil, from == nil, to == nil else {
                throw ValidationError("Give --number (and --date) of a decree, or --why with --from.")
            }
        case .error:
            guard from == nil, to == nil, number == nil else { throw ValidationError("--why error stands alone.") }
        default:
            guard from != nil else { throw ValidationError("Give with --from the first day of the absence.") }
        }
        guard (to == nil) == (reason != .movedOutside) else {
            throw ValidationError("--to goes with --why moved-outside.")
        }
        guard [number, to].allSatisfy({ ($0?.utf8.count ?? 1) <= Self.textBytes && $0?.isEmpty != true }) else {
            throw ValidationError("A number or place has 1 to \(Self.textBytes) bytes.")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        let today = try workplace.today()
        let person = try NIP(parsing: nip)
        let decree = number.map { Decree(number: $0, date: date) }
        let said: StaffAnswer =
            if let why {
                .gone(try Self.reason(why), from: from ?? today, decree: decree, to: to)
            } else if let decree {
                .decree(decree)
            } else {
                throw ValidationError("Give --number, or --why.")
            }
        try workplace.store.staff.answer(said, of: person)
        let cards = try workplace.store.draftCards(actor: workplace.actor, on: today)
        let sheet = try workplace.sheet(nip)
        let json = JSONValue.object([
            ("person", StaffText.sheet(sheet, on: today)), ("cards", .integer(cards.count)),
        ])
        return Answer(json) { StaffText.page(sheet, on: today, $0) }
    }

    private static func reason(_ word: String) throws -> AbsenceReason {
        guard let reason = AbsenceReason(rawValue: word) else {
            let words = AbsenceReason.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--why takes \(words); not '\(word)'.")
        }
        return reason
    }
}
