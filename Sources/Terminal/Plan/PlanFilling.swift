import Negotiation
import NodeKit
import Personnel
import Planning
import StrictJSON

/// Fills a round's list from a plan: seats that people leave, offers, packages, lines. What is there already is used, so that the same
/// command goes on where an earlier one ended.
public struct PlanFilling {
    private let workplace: Workplace
    private let report: PlanReport
    private let anyway: Bool
    private var batch = RecordingBatch()
    /// The offer of each line that has one.
    private var offers: [String: RecordID] = [:]

    public init(_ workplace: Workplace, _ report: PlanReport, anyway: Bool) {
        self.workplace = workplace
        self.report = report
        self.anyway = anyway
    }

    private var route: Route { report.records.route }

    /// Records everything, and enters the offers on the round's list. Throws `NodeFailure` and ``CommandError``; what was recorded
    /// before stays recorded.
    public mutating func record(sync: Bool) async throws -> Answer {
        var seats: [String: Vacancy] = [:]
        for line in report.plan.lines {
            guard let vacancy = try await vacancy(for: line.to) else { continue }
            seats[line.person] = vacancy
        }
        for line in report.plan.lines {
            guard let vacancy = seats[line.person], let card = report.records.cards[line.person] else { continue }
            try await offer(card, vacancy, line.person)
        }
        for package in report.plan.packages where package.people.count > 1 {
            try await bind(package)
        }
        try await list()
        return try await batch.answer(
            workplace, sync: sync, Sentence("Daftar gelombang diisi dari rencana", "The round's list from the plan"))
    }

    // MARK: Seats

    /// The vacancy behind a seat; a seat that somebody leaves is opened for its agency.
    private mutating func vacancy(for seat: String) async throws -> Vacancy? {
        let known = try workplace.foreseen(.vacancy).compactMap { try? Vacancy($0) }.filter { $0.ended == nil }
        switch report.records.seats[seat] {
        case .free(let id): return known.first { $0.id == id }
        case .held(let leaving):
            if let open = known.first(where: { $0.freedBy == leaving && $0.route.utf8.elementsEqual(route.code.utf8) })
            {
                return open
            }
            guard let card = report.records.cards[seat], let groups = try workplace.toldSeat(of: leaving) else {
                batch.leave(seat, Sentence("dinas belum memberitahukan kursinya", "its agency has not told the seat"))
                return nil
            }
            let mode = route.modes.contains(Vacancy.Mode.round.rawValue) ? Vacancy.Mode.round.rawValue : route.seatMode
            let body = try workplace.dated(.freedSeat(groups, of: card, on: route.code, mode: mode))
            let recording = try await workplace.record(.vacancyOpen, body, anyway: anyway)
            batch.add(card.id, recording)
            return try workplace.foreseen(.vacancy).compactMap { try? Vacancy($0) }
                .first { $0.id == recording.draft.operation.record }
        case nil: return nil
        }
    }

    // MARK: Offers

    private mutating func offer(_ card: Card, _ vacancy: Vacancy, _ person: String) async throws {
        let known = try workplace.foreseen(.offer).compactMap { try? Offer($0) }
        if let open = known.first(where: { $0.card == card.id && $0.vacancy == vacancy.id && $0.closed == nil }) {
            offers[person] = open.id
            return
        }
        guard route.opens.contains(.desk) else {
            batch.leave(
                ShortID.text(card.id),
                Sentence(
                    "jenis mutasi ini diusulkan oleh dinas, bukan BKD",
                    "this kind of move is offered by an agency, not the BKD"))
            return
        }
        let request = try workplace.foreseen(.request).compactMap { try? Request($0) }.first {
            $0.card == card.id && $0.ended == nil && $0.route.utf8.elementsEqual(route.code.utf8)
                && $0.isMet(by: vacancy)
        }
        let body = JSONValue.offer(
            card: card.id, vacancy: vacancy.id, terms: OfferTerms(start: report.variant.start), sheet: nil,
            request: request?.id)
        let recording = try await workplace.record(.offerOpen, body, anyway: anyway)
        batch.add(card.id, recording)
        if recording.exit == .done { offers[person] = recording.draft.operation.record }
    }

    private mutating func bind(_ package: PlanPackage) async throws {
        let members = package.people.compactMap { offers[$0] }
        guard members.count == package.people.count, let first = members.first else { return }
        let known = try workplace.foreseen(.offer).compactMap { try? Offer($0) }.filter { members.contains($0.id) }
        guard known.allSatisfy({ $0.package == nil && $0.isOpen }) else { return }
        let body = JSONValue.object([
            ("package", .object([("offers", .array(members.map { .string($0.text) }))]))
        ])
        batch.add(first, try await workplace.record(.packageOpen, body, anyway: anyway))
    }

    /// Enters what stands on no line yet, in the order of the plan.
    private mutating func list() async throws {
        let round = try Round(try workplace.foreseen(report.variant.round.text, .round))
        let listed = Set(round.offers)
        let fresh = report.plan.lines.compactMap { offers[$0.person] }.filter { !listed.contains($0) }
        guard !fresh.isEmpty else { return }
        let body = JSONValue.object([("add", .array(fresh.map { .string($0.text) }))])
        batch.add(round.id, try await workplace.record(.roundList, on: round.id, body, anyway: anyway))
    }
}
