import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// An exchange of two people's seats, recorded as far as whoever runs the command may: the two seats, an offer for each, the
/// package. What is there already is used, so that the same command goes on where another party has done its part.
struct Exchange {
    let workplace: Workplace
    let route: Route
    let policy: Policy
    let terms: OfferTerms
    let anyway: Bool
    private(set) var batch = RecordingBatch()

    init(workplace: Workplace, route: Route, policy: Policy, terms: OfferTerms, anyway: Bool) {
        self.workplace = workplace
        self.route = route
        self.policy = policy
        self.terms = terms
        self.anyway = anyway
    }

    private var own: AgencyCode { workplace.agency }
    private var isDesk: Bool { workplace.program == .coordinator }

    /// Once something of it is refused, nothing more is recorded and what has not gone out is taken back.
    ///
    /// Throws `NodeFailure`, `StaffError` and ``CommandError``; what was recorded before stays recorded then.
    mutating func record(_ first: Card, _ second: Card) async throws {
        try await recordAll(first, second)
        guard batch.isRefused else { return }
        batch.takeBack(workplace)
        for seat in batch.made(by: .vacancyOpen) {
            batch.awaits(
                own,
                Sentence(
                    "tarik kursi ini bila tukar tempat tidak jadi", "withdraw this seat if the exchange shall not be"),
                command: "\(workplace.program.rawValue) vacancy withdraw \(ShortID.text(seat)) --reason T")
        }
    }

    private mutating func recordAll(_ first: Card, _ second: Card) async throws {
        for card in [first, second] {
            try await openSeat(of: card)
            if batch.isRefused { return }
        }
        for (card, other) in [(first, second), (second, first)] {
            try await offer(card, forSeatOf: other)
            if batch.isRefused { return }
        }
        try await bind(first, second)
        guard !batch.isRefused else { return }
        let visible = try workplace.foreseenRecords()
        let offers = [try offer(of: first, for: second), try offer(of: second, for: first)].compactMap { $0 }
        batch.awaits(offers.flatMap(Todo(visible, own: own).lines(of:)))
    }

    // MARK: What is there

    private func seat(of card: Card) throws -> Vacancy? { try workplace.openSeat(leftBy: card.id, on: route) }

    private func offer(of card: Card, for other: Card) throws -> Offer? {
        try seat(of: other).flatMap { try workplace.liveOffer(of: card.id, for: $0.id) }
    }

    // MARK: What is recorded

    private mutating func openSeat(of card: Card) async throws {
        guard try seat(of: card) == nil else { return }
        if card.agency == own {
            let body = try workplace.dated(workplace.seat(leftBy: card.id, on: route))
            return batch.add(card.id, try await workplace.record(.vacancyOpen, body, anyway: anyway))
        }
        let id = ShortID.text(card.id)
        guard isDesk, route.opens.contains(.desk) else {
            return batch.awaits(
                card.agency,
                Sentence("buka kursi yang ditinggalkan pegawainya", "open the seat that its person leaves"),
                command: "mutasi-node vacancy open --freed-by \(id) --route \(route.code)")
        }
        guard let groups = try workplace.toldSeat(of: card.id) else {
            return batch.awaits(
                card.agency, Sentence("beri tahu BKD kursi pegawainya", "tell the BKD which seat its person has"),
                command: "mutasi-node card check \(id) --route \(route.code) --seat")
        }
        let opened = try await workplace.openSeat(
            groups, leftBy: card, on: route, mode: route.seatMode, anyway: anyway)
        batch.add(card.id, opened)
    }

    private mutating func offer(_ card: Card, forSeatOf other: Card) async throws {
        guard let seat = try seat(of: other) else { return }
        if let offer = try offer(of: card, for: other) { return try await agree(to: offer, seat) }
        let request = try workplace.openRequest(of: card.id, on: route, metBy: seat)
        if card.agency == own, route.opens.contains(.home) {
            let sheet = try workplace.ruleSheet(
                card: card.id, vacancy: seat, route: route, policy: policy, terms: terms)
            let body = JSONValue.offer(card: card.id, vacancy: seat.id, terms: terms, sheet: sheet, request: request)
            return batch.add(card.id, try await workplace.record(.offerPropose, body, anyway: anyway))
        }
        if isDesk, route.opens.contains(.desk) {
            let body = JSONValue.offer(card: card.id, vacancy: seat.id, terms: terms, sheet: nil, request: request)
            return batch.add(card.id, try await workplace.record(.offerOpen, body, anyway: anyway))
        }
        batch.awaits(
            card.agency, Sentence("usulkan pegawainya untuk kursi itu", "offer its person for the seat"),
            command:
                "mutasi-node offer propose --card \(ShortID.text(card.id)) --vacancy \(ShortID.text(seat.id)) --start \(terms.start.iso)"
        )
    }

    /// Whoever runs the command wants the exchange; on another start than that of the terms a person decides.
    private mutating func agree(to offer: Offer, _ seat: Vacancy) async throws {
        let sides = offer.sides(of: own)
        guard offer.isOpen, offer.openSides(route).contains(where: sides.contains) else { return }
        guard offer.terms.start == terms.start else { return }
        let sheet =
            sides.contains(.home)
            ? try workplace.ruleSheet(card: offer.card, vacancy: seat, route: route, policy: policy, terms: terms) : nil
        let body = JSONValue.members([("terms", .integer(offer.terms.version)), ("sheet", sheet)])
        batch.add(offer.card, try await workplace.record(.offerAgree, on: offer.id, body, anyway: anyway))
    }

    private mutating func bind(_ first: Card, _ second: Card) async throws {
        guard let one = try offer(of: first, for: second), let other = try offer(of: second, for: first),
            one.package == nil, other.package == nil, one.isOpen, other.isOpen
        else { return }
        batch.add(first.id, try await workplace.record(.packageOpen, .package([one.id, other.id]), anyway: anyway))
    }
}
