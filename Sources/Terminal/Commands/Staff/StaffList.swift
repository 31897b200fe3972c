import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

struct StaffList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The active staff, the guests, or those who left.",
        discussion: "Example: mutasi-node staff list --former")

    @Flag(help: "Those who left or are absent, in place of the active ones.")
    var former = false

    @Option(help: ArgumentHelp("Only holders of this post.", valueName: "id"))
    var post: String?

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        let today = try workplace.today()
        let (sheets, guests) = try workplace.store.staff.read { reader in
            (try reader.sheets(), try reader.guests(on: today))
        }
        let movements = try workplace.store.movements(on: today)
        let people = sheets.filter { sheet in
            sheet.person.isActive != former
                && (post == nil || sheet.definitiveAssignment(on: today)?.assignment.postID == post)
        }
        let shownGuests = former ? [] : guests.filter { post == nil || $0.postID == post }
        let come = former ? [] : movements.arriving.filter { post == nil || $0.place.post.id == post }
        let json = JSONValue.members([
            ("people", .array(people.map { StaffText.row($0, movements, on: today) })),
            ("guests", .array(shownGuests.map(StaffText.guest))),
            ("arriving", come.isEmpty ? nil : .array(come.map(StaffText.arriving))),
        ])
        return Answer(json) { language in
            StaffText.list(people, guests: shownGuests, movements, come, on: today, former: former, language)
        }
    }
}

struct StaffShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Everything that is known of one person.",
        discussion: "Example: mutasi-node staff show 198501012010011001")

    @Argument(help: "The NIP.")
    var nip: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        let today = try workplace.today()
        let sheet = try workplace.sheet(nip)
        let movements = try workplace.store.movements(on: today)
        return Answer(.object([("person", StaffText.sheet(sheet, movements, on: today))])) { language in
            StaffText.page(sheet, movements, on: today, language)
        }
    }
}

struct StaffSheet: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet", abstract: "The rule sheet of one person for a vacancy, as an offer would carry it.",
        discussion: "Example: mutasi-node staff sheet 198501012010011001 --vacancy 9c41f2")

    @Argument(help: "The NIP.")
    var nip: String

    @Option(help: "The vacancy, or the end of its id.")
    var vacancy: String

    @Option(help: ArgumentHelp("The first day; else today.", valueName: "yyyy-mm-dd"))
    var start: CivilDate?

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        let query = try workplace.matchQuery()
        let vacancy = try Vacancy(try workplace.record(vacancy, .vacancy))
        let sheet = try workplace.sheet(nip)
        let names = [sheet.person.nip: sheet.person.name]
        let matches = query.people(for: vacancy, among: [sheet], start: start)
        let json = JSONValue.object([
            ("sheet", .array(matches.flatMap { $0.rules.map(\.json) })),
            ("blocked", .boolean(matches.contains(where: \.isBlocked))),
        ])
        let visible = try workplace.visible()
        let own = workplace.agency
        return Answer(json, exit: matches.contains(where: \.isBlocked) ? .answerIsNo : .done) { language in
            MatchText.page(
                matches, of: matches, isForPerson: false, names,
                Presenter(visible, own: own, language: language))
        }
    }
}

extension Workplace {
    /// Everything of the person with this NIP. Throws `NIPError`, `StaffError` `staff-unknown-person`.
    func sheet(_ typed: String) throws -> PersonSheet {
        guard let sheet = try store.staff.sheet(try NIP(parsing: typed)) else {
            throw StaffError(.unknownPerson, "nobody here has this NIP", next: "look with: staff list")
        }
        return sheet
    }
}
