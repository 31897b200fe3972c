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
        switch report.records.seats[seat] {
        case .free(let id): return try foreseen(id)
        case .held(let leaving):
            if let open = try workplace.openSeat(leftBy: leaving, on: route) { return open }
            guard let card = report.records.cards[seat], let groups = try workplace.toldSeat(of: leaving) else {
                batch.leave(seat, Sentence("dinas belum memberitahukan kursinya", "its agency has not told the seat"))
                return nil
            }
            let mode = route.modes.contains(Vacancy.Mode.round.rawValue) ? Vacancy.Mode.round.rawValue : route.seatMode
            let recording = try await workplace.openSeat(groups, leftBy: card, on: route, mode: mode, anyway: anyway)
            batch.add(card.id, recording)
            return try foreseen(recording.draft.operation.record)
        case nil: return nil
        }
    }

    private func foreseen(_ vacancy: RecordID) throws -> Vacancy? {
        try workplace.foreseen(.vacancy).first { $0.id == vacancy }.flatMap { try? Vacancy($0) }
            .flatMap { $0.ended == nil ? $0 : nil }
    }

    // MARK: Offers

    private mutating func offer(_ card: Card, _ vacancy: Vacancy, _ person: String) async throws {
        if let open = try workplace.liveOffer(of: card.id, for: vacancy.id) {
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
        let request = try workplace.openRequest(of: card.id, on: route, metBy: vacancy)
        let body = JSONValue.offer(
            card: card.id, vacancy: vacancy.id, terms: OfferTerms(start: report.variant.start), sheet: nil,
            request: request)
        let recording = try await workplace.record(.offerOpen, body, anyway: anyway)
        batch.add(card.id, recording)
        if recording.exit == .done { offers[person] = recording.draft.operation.record }
    }

    private mutating func bind(_ package: PlanPackage) async throws {
        let members = package.people.compactMap { offers[$0] }
        guard members.count == package.people.count, let first = members.first else { return }
        let known = try workplace.foreseen(.offer).compactMap { try? Offer($0) }.filter { members.contains($0.id) }
        guard known.allSatisfy({ $0.package == nil && $0.isOpen }) else { return }
        batch.add(first, try await workplace.record(.packageOpen, .package(members), anyway: anyway))
    }

    /// Enters what stands on no line yet, in the order of the plan.
    private mutating func list() async throws {
        let round = try Round(try workplace.foreseen(report.variant.round.text, .round))
        let listed = Set(round.offers)
        let fresh = report.plan.lines.compactMap { offers[$0.person] }.filter { !listed.contains($0) }
        guard !fresh.isEmpty else { return }
        batch.add(round.id, try await workplace.record(.roundList, on: round.id, .listing(fresh), anyway: anyway))
    }
}
