import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `match`: the agency's own people for a vacancy, or posts for one of them.
public struct MatchCommand: OperatorCommand {
    public static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Who of your own people fits a vacancy; or with --person which vacancies fit a person.",
        discussion: """
            Examples:
              mutasi-node match 9c41f2
              mutasi-node match 9c41f2 --pool
              mutasi-node match --person 198501012010011001

            Computed on this node alone; nothing of it leaves. The fit is a help for whoever chooses, never a decision. A part \
            without data is left out and marked; who stands before whom is said only where missing data cannot turn it round. \
            Growth stands beside the fit and is no part of it.
            """)

    /// People shown unless all are asked for.
    static let shown = 10

    @Argument(help: "The vacancy, or the end of its id.")
    var vacancy: String?

    @Option(help: ArgumentHelp("The person whose posts are asked for.", valueName: "nip"))
    var person: String?

    @Flag(help: "The cards of other agencies that you may see, by fit alone: their rules are computed at home.")
    var pool = false

    @Option(help: ArgumentHelp("The first day that is asked about; else today.", valueName: "yyyy-mm-dd"))
    var start: CivilDate?

    @Flag(help: "Everyone, those whom a rule forbids too.")
    var all = false

    @OptionGroup public var options: GlobalOptions

    public init() {}

    public func validate() throws {
        guard (vacancy == nil) != (person == nil) else {
            throw ValidationError("Give either a vacancy or --person NIP.")
        }
        guard person == nil || !pool else { throw ValidationError("--pool goes with a vacancy.") }
    }

    public func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        let query = try workplace.matchQuery()
        // A vacancy that waits to be sent counts: a move inside the agency is prepared without a network.
        let vacancies = try workplace.foreseen(.vacancy).compactMap { try? Vacancy($0) }
        let sheets = try workplace.store.staff.activeSheets()
        let names = Dictionary(sheets.map { ($0.person.nip, $0.person.name) }) { first, _ in first }
        let matches: [Match]
        let vacancyID = try vacancy.map { try ShortID.resolve($0, among: vacancies.map(\.id)) }
        if let person {
            let nip = try NIP(parsing: person)
            guard let sheet = sheets.first(where: { $0.person.nip == nip }) else {
                throw StaffError(
                    .unknownPerson, "nobody of the active staff has this NIP", next: "look with: staff list")
            }
            matches = query.posts(for: sheet, among: vacancies, start: start)
        } else {
            let vacancy = vacancies.first { $0.id == vacancyID }
            let cards = pool ? try workplace.visible().cards.filter { $0.agency != workplace.agency } : []
            matches =
                vacancy.map { vacancy in
                    pool
                        ? query.cards(for: vacancy, among: cards, start: start)
                        : query.people(for: vacancy, among: sheets, start: start)
                } ?? []
        }
        let shown = all ? matches : Array(matches.filter { !$0.isBlocked }.prefix(Self.shown))
        let visible = try workplace.visible()
        let own = workplace.agency
        let json = JSONValue.object([
            ("matches", .array(shown.map { MatchText.json($0, names) })),
            ("blocked", .integer(matches.filter(\.isBlocked).count)),
            ("considered", .integer(matches.count)),
        ])
        let isForPerson = person != nil
        return Answer(json, exit: shown.isEmpty ? .answerIsNo : .done) { language in
            MatchText.page(
                shown, of: matches, isForPerson: isForPerson, names,
                Presenter(visible, own: own, language: language))
        }
    }
}
