import ArgumentParser
import Negotiation
import StrictJSON

/// `package exchange`: two people take each other's seat; what is missing of it is recorded, and the rest is told.
struct PackageExchange: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "exchange",
        abstract: "Let two people take each other's seat: both seats, both offers and the package in one command.",
        discussion: """
            Examples:
              mutasi-node package exchange 198501012010011001 199002022015021002 --route R --start 2026-03-01
              mutasi-coordinator package exchange 51b0aa 0d17c2 --route R --start 2026-03-01

            Records what your agency, or the BKD, may do of it: the seat that each person leaves, an offer of each for the other's \
            seat, the agreement, the package. What somebody else has to do is told with the command; then run it again. \
            Without --route it is the kind of move of the two requests that name each other.
            """)

    @Argument(help: "The first card: the end of its id, or at home its person's NIP.")
    var first: String

    @Argument(help: "The second one.")
    var second: String

    @Option(help: ArgumentHelp("The kind of move: a route of the policy.", valueName: "code"))
    var route: String?

    @OptionGroup var terms: TermsOptions
    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let policy = try workplace.policy()
        let cards = try [first, second].map { typed in
            let id = try workplace.card(typed)
            return try Card(try workplace.foreseen(id.text, .card))
        }
        guard let one = cards.first, let other = cards.last, one.id != other.id else {
            throw Self.wrong(
                Sentence("Sebut dua kartu yang berbeda.", "Name two different cards."),
                Sentence("Lihat card list.", "See card list."))
        }
        let code = try route ?? Self.requested(one.id, other.id, workplace)
        guard let code, let route = policy.route(code), route.assignment == .definitive else {
            throw Self.wrong(
                Sentence(
                    "Sebut jenis mutasi tetap dengan --route; penugasan sementara tidak meninggalkan kursi.",
                    "Name a kind of move for good with --route; a secondment leaves no seat."),
                Sentence("Lihat policy show.", "See policy show."))
        }
        guard workplace.program == .coordinator || cards.contains(where: { $0.agency == workplace.agency }) else {
            throw Self.wrong(
                Sentence("Tidak satu pun dari keduanya pegawai Anda.", "Neither of the two is one of your people."),
                Sentence("Minta BKD membukanya.", "Ask the BKD to open it."))
        }
        var exchange = Exchange(
            workplace: workplace, route: route, policy: policy, terms: try terms.terms(workplace),
            anyway: recording.anyway)
        try await exchange.record(one, other)
        return try await exchange.batch.answer(
            workplace, sync: recording.sync, Sentence("Tukar tempat", "Exchange of places"))
    }

    /// The route of two open requests of which one names the other.
    private static func requested(_ first: RecordID, _ second: RecordID, _ workplace: Workplace) throws -> String? {
        let open = try workplace.foreseen(.request).compactMap { try? Request($0) }.filter { $0.ended == nil }
        let pair = open.first { request in
            guard let other = open.first(where: { $0.id == request.exchange }) else { return false }
            return Set([request.card, other.card]) == [first, second]
        }
        return pair?.route
    }

    private static func wrong(_ message: Sentence, _ advice: Sentence) -> CommandError {
        CommandError(.badArgument, message, advice: advice)
    }
}
