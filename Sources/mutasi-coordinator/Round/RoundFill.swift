import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON
import Terminal

/// `round candidates`
struct RoundCandidatesCommand: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "candidates",
        abstract:
            "What could become a line: requests with the vacancies that match them, offers on no list, vacancies.",
        discussion: "Example: mutasi-coordinator round candidates 3fa2c1")

    @Argument(help: "The round, or the end of its id.")
    var round: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let round = try Round(try workplace.record(round, .round))
        let found = RoundCandidates(visible)
        let own = workplace.agency
        return Answer(found.json) { language in
            Presenter(visible, own: own, language: language).candidates(found, of: round)
        }
    }
}

/// `round fill`
struct RoundFill: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill",
        abstract: "Open an offer for every request that has a place, and enter what stands on no list on new lines.",
        discussion: """
            Examples:
              mutasi-coordinator round fill 3fa2c1 --start 2026-03-01
              mutasi-coordinator round fill 3fa2c1 --start 2026-03-01 --yes

            Each request gets the first of the vacancies that round candidates shows for it. Where the kind of move does not let the \
            BKD open an offer, it is told which agency has to propose. Shows what it would do and asks; --yes does it at once.
            """)

    @Argument(help: "The round, or the end of its id.")
    var round: String

    @Option(help: ArgumentHelp("The first day in the new posts, for offers that are opened.", valueName: "yyyy-mm-dd"))
    var start: CivilDate?

    @Flag(help: "Do it without asking.")
    var yes = false

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let round = try Round(try workplace.foreseen(round, .round))
        let visible = try workplace.visible()
        let found = RoundCandidates(visible)
        guard found.openable.isEmpty || start != nil else {
            throw CommandError(
                .badArgument,
                Sentence(
                    "{n} permohonan mendapat tempat; sebut tanggal mulainya dengan --start.",
                    "{n} requests have a place; say with --start when they begin."),
                advice: Sentence("Lihat round candidates.", "See round candidates."),
                values: [("n", "\(found.openable.count)")])
        }
        let free = Round.lineLimit - round.lines.count
        guard found.openable.count + found.proposals.count <= free else {
            throw RefusedOutcome(.rejected(.limit, [("limit", .integer(Round.lineLimit))]))
        }
        let presenter = Presenter(visible, own: workplace.agency, language: workplace.language)
        guard yes || Question.isAgreed(presenter.filling(found, of: round), workplace.language) else {
            let own = workplace.agency
            return Answer(found.json, exit: .answerIsNo) { language in
                Presenter(visible, own: own, language: language).filling(found, of: round)
            }
        }
        return try await fill(round, found, workplace)
    }

    private func fill(_ round: Round, _ found: RoundCandidates, _ workplace: Workplace) async throws -> Answer {
        var batch = RecordingBatch()
        var lines = found.proposals.map(\.id)
        for (request, vacancy) in found.openable {
            guard let start else { continue }
            let body = JSONValue.offer(card: request.card, vacancy: vacancy.id, start: start, request: request.id)
            let recording = try await workplace.record(.offerOpen, body, anyway: recording.anyway)
            batch.add(request.id, recording)
            if recording.exit == .done { lines.append(recording.draft.operation.record) }
        }
        if !lines.isEmpty {
            let entered = try await workplace.record(
                .roundList, on: round.id, .listing(lines), anyway: recording.anyway)
            batch.add(round.id, entered)
        }
        for one in found.forAgencies {
            guard let vacancy = one.vacancies.first else { continue }
            batch.awaits(
                one.request.home, Sentence("usulkan pegawai yang memohon", "offer the person who asked"),
                command: "mutasi-node offer propose --card \(ShortID.text(one.request.card)) "
                    + "--vacancy \(ShortID.text(vacancy.id)) --start D --request \(ShortID.text(one.request.id))")
        }
        return try await batch.answer(
            workplace, sync: recording.sync, Sentence("Pengisian daftar gelombang", "Filling the round's list"))
    }
}
