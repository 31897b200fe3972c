import Negotiation
import Personnel
import StrictJSON

/// What could become a line of a round, from the records that the personnel agency sees.
///
/// People who asked for a move with the open vacancies that they wish for, pairs of people who asked to exchange their places, offers
/// that wait for a round or follow a request and stand on no list, and the round's vacancies for which nobody is offered.
public struct RoundCandidates: Sendable {
    public struct Asked: Sendable {
        public var request: Request
        /// What it wishes for, the best first: the round's own vacancies, then by the person's wish.
        public var vacancies: [Vacancy]
        /// Whether the route lets the personnel agency open the offer itself.
        public var isForDesk: Bool
    }

    public let asked: [Asked]
    /// Open requests of which the second names the first.
    public let exchanges: [(first: Request, second: Request)]
    public let proposals: [Offer]
    public let vacancies: [Vacancy]

    public init(_ records: VisibleRecords) {
        let alive = records.offers.filter { $0.closed == nil }
        let listed = Set(records.rounds.filter { $0.ended == nil }.flatMap(\.offers))
        let open = records.vacancies.filter { vacancy in
            vacancy.ended == nil && !(records.today.map(vacancy.isPastDate(on:)) ?? false)
        }
        let rounds = Set(open.filter { $0.mode == Vacancy.Mode.round.rawValue }.map(\.id))
        let followed = Set(alive.compactMap(\.request))
        let requests = records.requests.filter { $0.ended == nil && !followed.contains($0.id) }
        exchanges = requests.compactMap { second in
            requests.first { $0.id == second.exchange }.map { ($0, second) }
        }
        let exchanging = Set(exchanges.flatMap { [$0.first.id, $0.second.id] })
        asked = requests.filter { $0.exchange == nil && !exchanging.contains($0.id) }.map { request in
            let wished = open.filter { vacancy in
                vacancy.route == request.route && request.isMet(by: vacancy) && vacancy.seatsFree > 0
                    && vacancy.freedBy != request.card && vacancy.reorganised == nil
                    && !alive.contains { $0.card == request.card && $0.vacancy == vacancy.id }
            }
            let opens = records.currentRoute(request.route)?.opens ?? []
            return Asked(
                request: request,
                vacancies: wished.sorted { Self.rank($0, request, rounds) < Self.rank($1, request, rounds) },
                isForDesk: opens.contains(.desk))
        }
        proposals = alive.filter { offer in
            offer.decreed == nil && !listed.contains(offer.id)
                && (rounds.contains(offer.vacancy) || offer.request != nil)
        }
        let offered = Set(alive.map(\.vacancy))
        vacancies = open.filter { rounds.contains($0.id) && $0.seatsFree > 0 && !offered.contains($0.id) }
    }

    private static func rank(_ vacancy: Vacancy, _ request: Request, _ rounds: Set<RecordID>) -> (Int, Int, RecordID) {
        (rounds.contains(vacancy.id) ? 0 : 1, request.wish(metBy: vacancy) ?? Int.max, vacancy.id)
    }

    public var isEmpty: Bool { asked.isEmpty && exchanges.isEmpty && proposals.isEmpty && vacancies.isEmpty }

    /// Requests that the personnel agency can open an offer for now, each with its best vacancy.
    public var openable: [(request: Request, vacancy: Vacancy)] {
        asked.filter(\.isForDesk).compactMap { one in one.vacancies.first.map { (one.request, $0) } }
    }

    /// Requests that have a place, and that an agency has to follow.
    public var forAgencies: [Asked] { asked.filter { !$0.isForDesk && !$0.vacancies.isEmpty } }

    /// `{"requests":[{"request","card","home","route","vacancies":[ids],"desk"}],"exchanges":[{"first","second"}],"proposals":[ids],
    /// "vacancies":[ids]}`
    public var json: JSONValue {
        func ids(_ ids: [RecordID]) -> JSONValue { .array(ids.map { .string($0.text) }) }
        return .object([
            (
                "requests",
                .array(
                    asked.map { one in
                        .object([
                            ("request", .string(one.request.id.text)), ("card", .string(one.request.card.text)),
                            ("home", .string(one.request.home.text)), ("route", .string(one.request.route)),
                            ("vacancies", ids(one.vacancies.map(\.id))), ("desk", .boolean(one.isForDesk)),
                        ])
                    })
            ),
            (
                "exchanges",
                .array(
                    exchanges.map {
                        .object([("first", .string($0.first.id.text)), ("second", .string($0.second.id.text))])
                    })
            ),
            ("proposals", ids(proposals.map(\.id))), ("vacancies", ids(vacancies.map(\.id))),
        ])
    }
}
