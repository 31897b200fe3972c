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
