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
              mutasi-node vacancy open --freed-by 198501012010011001 --route CODE
              mutasi-node vacancy open --from vacancy.json
              mutasi-coordinator vacancy open --agency dinkes --freed-by 51b0aa --route CODE

            On the node with the staff data everything else is looked up there. A node without staff data takes the whole \
            vacancy from a file: {"place":…,"standard":…,"kind":…,"seats":…,"mode":…}. With --freed-by post and unit are those of the \
            person. The BKD opens a seat that somebody leaves for its agency, where the kind of move lets it open offers, once that \
            agency has told it the seat: card check --seat.
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

    @Option(help: ArgumentHelp("At the BKD's desk: whose seat it is, with --freed-by.", valueName: "code"))
    var agency: String?

    @Option(help: ArgumentHelp("A file with the whole vacancy as JSON.", valueName: "file"))
    var from: String?

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if from == nil {
            guard route != nil, freedBy != nil || post != nil && unit != nil else {
                throw ValidationError("Give --post, --unit and --route, --freed-by and --route, or --from FILE.")
            }
            guard (post == nil) == (unit == nil) else { throw ValidationError("Give --post and --unit together.") }
        } else if post != nil || unit != nil || route != nil {
            throw ValidationError("--from FILE has the whole vacancy: leave --post, --unit and --route out.")
        }
        guard (need == nil) == (holders == nil) else {
            throw ValidationError("Give --need and --holders together.")
        }
        guard agency == nil || freedBy != nil else { throw ValidationError("--agency goes with --freed-by.") }
        guard freedBy != nil || !overlap else { throw ValidationError("--overlap goes with --freed-by.") }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let body = try freed(workplace.dated(body(workplace)), workplace)
        guard let agency else { return Answer(try await workplace.record(.vacancyOpen, body, recording)) }
        let named = try JSON(parsing: body.encoded).replacing([("agency", .string(agency))])
        return Answer(try await workplace.record(.vacancyOpen, named, recording))
    }

    private func freed(_ body: JSONValue, _ workplace: Workplace) throws -> JSONValue {
        guard let freedBy else { return body }
        return try JSON(parsing: body.encoded).requiredObject("vacancy")
            .freed(by: try workplace.card(freedBy), overlap: overlap)
    }

    private func body(_ workplace: Workplace) throws -> JSONValue {
        guard let route else {
            let file = try CommandFile.json(from ?? "", maxBytes: Operation.byteLimit)
            return .object([("vacancy", JSONValue(file["vacancy"] ?? file))])
        }
        if agency != nil { return try told(route, workplace) }
        guard workplace.identity.isRegistry, workplace.onBehalf == nil else {
            throw CommandError(
                .notRegistry, Sentence("Simpul ini tidak menyimpan data pegawai.", "This node holds no staff data."),
                advice: Sentence(
                    "Jalankan di simpul registri, atau beri seluruh lowongan dengan --from FILE.",
                    "Run it on the registry node, or give the whole vacancy with --from FILE."))
        }
        let choice = VacancyFromPost.Choice(
            route: route, mode: mode, shortlist: shortlist, ranks: ranks?.rawValue, seats: seats, returns: `return`,
            openUntil: openUntil, headsUnit: headsUnit)
        let body: JSONValue
        if let post, let unit {
            body = try workplace.vacancy(post: post, unit: unit, choice)
        } else {
            body = try workplace.held(by: workplace.card(freedBy ?? ""), choice)
        }
        guard let need, let holders else { return body }
        let vacancy = try JSON(parsing: body.encoded).requiredObject("vacancy")
        return .object([("vacancy", vacancy.replacing([("need", VacancyGroups.need(need, holders))]))])
    }

    /// The seat as its agency told it the desk.
    private func told(_ route: String, _ workplace: Workplace) throws -> JSONValue {
        let card = try Card(try workplace.foreseen(freedBy ?? "", .card))
        guard let groups = try workplace.toldSeat(of: card.id) else {
            throw CommandError(
                .badArgument,
                Sentence(
                    "Perangkat daerah belum memberi tahu kursi dari kartu {card}.",
                    "The agency has not told yet which seat the person of card {card} has."),
                advice: Sentence(
                    "Minta perangkat daerah menjalankan card check dengan --seat, atau beri seluruhnya dengan --from FILE.",
                    "Ask the agency to run card check with --seat, or give it whole with --from FILE."),
                values: [("card", ShortID.text(card.id))])
        }
        return .freedSeat(groups, of: card, on: route, mode: mode)
    }
}
