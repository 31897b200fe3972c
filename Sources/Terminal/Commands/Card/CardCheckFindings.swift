import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `card check`: what the staff data says of a person against a route, before there is an offer.
struct CardCheckFindings: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a person against a kind of move and send what was found to the BKD, before there is an offer.",
        discussion: """
            Example: mutasi-node card check 198501012010011001 --route rotasi --all

            For moves that the BKD opens itself: its decree waits for these findings. What depends on the post is looked at for the \
            vacancies that you name, or with --all for every open one of that kind of move, so that nobody need say which one is \
            meant; without them it is left for a person to see. Of the staff data only what the card shows is sent, brought up to date first, and the BKD alone is told the \
            box of talent management, not its scores. With --seat it is told as well which post and unit the person has, so that it \
            can open the seat that is left, and in which district she serves.
            """)

    @Argument(help: "The NIP, or the card, or the end of its id.")
    var card: String

    @Option(help: ArgumentHelp("A route's code of today's policy.", valueName: "code"))
    var route: String

    @Option(help: ArgumentHelp("An open vacancy to check for, or the end of its id; repeat it.", valueName: "id"))
    var vacancy: [String] = []

    @Flag(help: "Every open vacancy of that kind of move.")
    var all = false

    @Flag(help: "Tell the BKD which post and unit the person has.")
    var seat = false

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard vacancy.isEmpty || !all else { throw ValidationError("Give either --vacancy or --all.") }
        guard vacancy.count <= CardCheck.postLimit else {
            throw ValidationError("At most \(CardCheck.postLimit) vacancies in one check.")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let card = try workplace.ownCard(card)
        let policy = try workplace.policy()
        // Without the route in today's policy there is nothing to check, and the preview says so.
        let known = policy.route(route)
        let sheet = try known.map { try workplace.checkSheet(card: card, route: $0, policy: policy) }
        let vacancies = try vacancies(workplace)
        let posts = try known.flatMap { route in
            vacancies.isEmpty
                ? nil : try workplace.checkPosts(card: card, vacancies: vacancies, route: route, policy: policy)
        }
        let held = seat ? try workplace.ownSeat(of: card, route: route) : nil
        let box = try workplace.talentBox(of: card, policy)
        try workplace.store.refresh(card: card, actor: workplace.actor, on: try workplace.today())
        let body = JSONValue.members([
            ("route", .string(route)), ("sheet", sheet), ("posts", posts), ("seat", held),
            ("box", box.map(JSONValue.integer)),
        ])
        return Answer(try await workplace.record(.cardCheck, on: card, body, recording))
    }

    /// Those that were named, or every open one of the kind of move.
    private func vacancies(_ workplace: Workplace) throws -> [Vacancy] {
        guard all else { return try vacancy.map { try Vacancy(try workplace.foreseen($0, .vacancy)) } }
        let open = try workplace.foreseen(.vacancy).compactMap { try? Vacancy($0) }
            .filter { $0.ended == nil && $0.route == route }
        guard open.count <= CardCheck.postLimit else {
            throw CommandError(
                .badArgument,
                Sentence(
                    "Ada {count} lowongan terbuka untuk jenis mutasi ini; satu pemeriksaan memuat paling banyak {limit}.",
                    "There are {count} open vacancies of this kind of move; one check takes {limit} at most."),
                advice: Sentence(
                    "Tanyakan kepada BKD beberapa lowongan, lalu sebutkan masing-masing dengan --vacancy.",
                    "Ask the BKD for some of them and name each with --vacancy."),
                values: [("count", String(open.count)), ("limit", String(CardCheck.postLimit))])
        }
        return open
    }
}
