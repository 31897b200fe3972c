import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `vacancy open`: the standard, the district and need against holders come from the staff data of the registry.
struct VacancyOpen: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open a vacancy for a post in a unit of this agency.",
        discussion: """
            Examples:
              mutasi-node vacancy open --post JF-0007 --unit UNIT-12 --route CODE --seats 2
              mutasi-node vacancy open --post JF-0007 --unit UNIT-12 --route R --mode selection --open-until 2026-03-01
              mutasi-node vacancy open --from vacancy.json

            On the node with the staff data everything else is looked up there. A node without staff data takes the whole \
            vacancy from a file: {"place":…,"standard":…,"kind":…,"seats":…,"mode":…}.
            """)

    @Option(help: ArgumentHelp("The post's id in the reference files.", valueName: "id"))
    var post: String?

    @Option(help: ArgumentHelp("The unit's id in HierarkiUnor.", valueName: "id"))
    var unit: String?

    @Option(help: ArgumentHelp("The kind of move: a route of the policy.", valueName: "code"))
    var route: String?

    @Option(help: ArgumentHelp("Seats.", valueName: "n"))
    var seats = 1

    @Option(help: ArgumentHelp("The day of the return, for a secondment.", valueName: "yyyy-mm-dd"))
    var `return`: CivilDate?

    @Option(help: ArgumentHelp("The last day on which it is open.", valueName: "yyyy-mm-dd"))
    var openUntil: CivilDate?

    @Option(help: ArgumentHelp("How the seats are given: first, selection or round.", valueName: "mode"))
    var mode = "first"

    @Option(help: ArgumentHelp("The most people that a ranking may name for each seat.", valueName: "n"))
    var shortlist: Int?

    @Option(help: ArgumentHelp("Who ranks a selection: receiving or desk.", valueName: "who"))
    var ranks: Ranker?

    @Option(help: ArgumentHelp("People needed, in place of the workload analysis; with --holders.", valueName: "n"))
    var need: Int?

    @Option(help: ArgumentHelp("People there, in place of the staff data; with --need.", valueName: "n"))
    var holders: Int?

    @Option(
        help: ArgumentHelp("Whose seat it is: the card that leaves it, or its person's NIP.", valueName: "card-or-nip"))
    var freedBy: String?

    @Flag(help: "With --freed-by: the newcomer starts beside whoever leaves, not after.")
    var overlap = false

    @Flag(help: "The holder of this functional post heads a unit.")
    var headsUnit = false

    @Option(help: ArgumentHelp("A file with the whole vacancy as JSON.", valueName: "file"))
    var from: String?

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if from == nil {
            guard post != nil, unit != nil, route != nil else {
                throw ValidationError("Give --post, --unit and --route, or --from FILE.")
            }
        } else if post != nil || unit != nil || route != nil {
            throw ValidationError("--from FILE has the whole vacancy: leave --post, --unit and --route out.")
        }
        guard (need == nil) == (holders == nil) else {
            throw ValidationError("Give --need and --holders together.")
        }
        guard freedBy != nil || !overlap else { throw ValidationError("--overlap goes with --freed-by.") }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        Answer(try await workplace.record(.vacancyOpen, freed(dated(body(workplace), workplace), workplace), recording))
    }

    private func freed(_ body: JSONValue, _ workplace: Workplace) throws -> JSONValue {
        guard let freedBy else { return body }
        let vacancy = try JSON(parsing: body.encoded).requiredObject("vacancy")
        let freed = JSONValue.members([
            ("by", .string(try workplace.card(freedBy).text)), ("overlap", overlap ? .boolean(true) : nil),
        ])
        return .object([("vacancy", vacancy.replacing([("freed", freed)]))])
    }

    /// The vacancy with the day on which it is opened, from which a report counts; one that says it already stays.
    private func dated(_ body: JSONValue, _ workplace: Workplace) throws -> JSONValue {
        let json = try JSON(parsing: body.encoded)
        guard let vacancy = json["vacancy"], vacancy.kind == .object, vacancy["opened"] == nil,
            let today = try? workplace.today()
        else { return body }
        let opened = JSONValue.object([("on", .string(today.iso))])
        return json.replacing([("vacancy", vacancy.replacing([("opened", opened)]))])
    }

    private func body(_ workplace: Workplace) throws -> JSONValue {
        guard let post, let unit, let route else {
            let file = try CommandFile.json(from ?? "", maxBytes: Operation.byteLimit)
            return .object([("vacancy", JSONValue(file["vacancy"] ?? file))])
        }
        guard workplace.identity.isRegistry, workplace.onBehalf == nil else {
            throw CommandError(
                .notRegistry, Sentence("Simpul ini tidak menyimpan data pegawai.", "This node holds no staff data."),
                advice: Sentence(
                    "Jalankan di simpul registri, atau beri seluruh lowongan dengan --from FILE.",
                    "Run it on the registry node, or give the whole vacancy with --from FILE."))
        }
        let policy = try workplace.policy().personnel
        let today = try workplace.today()
        let choice = VacancyFromPost.Choice(
            route: route, mode: mode, shortlist: shortlist, ranks: ranks?.rawValue, seats: seats, returns: `return`,
            openUntil: openUntil, headsUnit: headsUnit)
        let movements = try workplace.store.movements(on: today)
        let body = try workplace.store.staff.read { reader in
            try VacancyFromPost.body(
                post: post, unit: unit, choice: choice, policy: policy, on: today, reading: reader, movements)
        }
        guard let need, let holders else { return body }
        let vacancy = try JSON(parsing: body.encoded).requiredObject("vacancy")
        return .object([("vacancy", vacancy.replacing([("need", VacancyGroups.need(need, holders))]))])
    }
}
