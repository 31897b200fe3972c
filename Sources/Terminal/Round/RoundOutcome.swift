import Negotiation
import Personnel
import StrictJSON

/// What became of a round, from the records that the personnel agency sees.
///
/// The day from which a vacancy waited is the one that its agency stated in the group `opened`; a place among the wishes is the
/// best one of the lists of the request that the offer names.
public struct RoundOutcome: Sendable {
    /// What one line came to.
    public struct Line: Equatable, Sendable {
        public var number: Int
        public var offer: RecordID?
        public var label: String
        /// The first day in the new post.
        public var started: CivilDate?
        /// From 1 on: which wish of the person it meets; nil without a request that wishes for a place, 0 when it meets
        /// none.
        public var wish: Int?
        /// From the vacancy's opening to the start; nil while one of them is not known.
        public var days: Int?
        /// Whether every required training was confirmed up to the start; nil when none was required or nothing started.
        public var isTrained: Bool?
    }

    public let round: Round
    public let lines: [Line]
    /// Offers for the same vacancies that a ranking passed over.
    public let passedOver: [Offer]

    public init(_ round: Round, _ records: VisibleRecords) {
        self.round = round
        lines = round.lines.map { Self.line($0, records) }
        let entered = Set(round.offers + round.changes.flatMap { [$0.was, $0.now].compactMap { $0 } })
        let vacancies = Set(records.offers.filter { entered.contains($0.id) }.map(\.vacancy))
        passedOver = records.offers.filter { $0.ranked?.reason != nil && vacancies.contains($0.vacancy) }
    }

    public var started: [Line] { lines.filter { $0.started != nil } }
    /// Lines whose person asked for a move.
    public var wished: [Line] { lines.filter { $0.wish != nil && $0.offer != nil } }
    public var firstWish: Int { wished.count { $0.wish == 1 } }
    public var topThree: Int { wished.count { ($0.wish ?? 0) >= 1 && ($0.wish ?? 0) <= 3 } }
    public var trained: (done: Int, of: Int) {
        let asked = lines.compactMap(\.isTrained)
        return (asked.count { $0 }, asked.count)
    }

    /// The middle one of the days from opening to start, the later of two; nil without any.
    public var medianDays: Int? {
        let days = lines.compactMap(\.days).sorted()
        return days.dropFirst(days.count / 2).first
    }

    private static func line(_ line: Round.Line, _ records: VisibleRecords) -> Line {
        guard let offer = line.offer.flatMap(records.offer) else {
            return Line(number: line.number, offer: line.offer, label: line.offer == nil ? "struck" : "unknown")
        }
        let label = records.route(offer).map { offer.label($0).rawValue } ?? "unknown"
        let started = records.transfer(ofOffer: offer.id)?.startDate
        let opened = records.vacancy(offer.vacancy)?.group("opened")?["on"]?.string.flatMap(CivilDate.init(iso:))
        var result = Line(number: line.number, offer: offer.id, label: label, started: started)
        result.wish = wish(offer, records)
        if let started, let opened { result.days = opened.days(until: started) }
        let trainings = records.trainings.filter { $0.offer == offer.id }
        if let started, !trainings.isEmpty {
            result.isTrained = trainings.allSatisfy { training in
                training.confirmed?.text("date").flatMap(CivilDate.init(iso:)).map { $0 <= started } ?? false
            }
        }
        return result
    }

    private static func wish(_ offer: Offer, _ records: VisibleRecords) -> Int? {
        guard let request = records.requests.first(where: { $0.id == offer.request }) else { return nil }
        // A request that wishes for no place, such as one to exchange with somebody, has no wish to meet.
        guard !request.wishes.isEmpty else { return nil }
        return records.vacancy(offer.vacancy).flatMap(request.wish(metBy:)) ?? 0
    }

    /// `{"round","title","goals":[{"code","title","target","before"?,"after"?}],"lines":[…],"started","wished","firstWish","topThree",
    /// "medianDays"?,"trained","toTrain","passedOver":[{"offer","vacancy","reason"?}]}`
    public func json(reasons: [String: String]) -> JSONValue {
        func object(_ members: [(String, JSONValue?)]) -> JSONValue { .members(members) }
        return object([
            ("round", .string(round.id.text)), ("title", .string(round.title)),
            (
                "goals",
                .array(
                    round.goals.map { goal in
                        object([
                            ("code", .string(goal.code)), ("title", .string(goal.title)),
                            ("target", .integer(goal.target)), ("before", goal.before.map(JSONValue.integer)),
                            ("after", round.results[goal.code].map(JSONValue.integer)),
                        ])
                    })
            ),
            (
                "lines",
                .array(
                    lines.map { line in
                        object([
                            ("line", .integer(line.number)), ("offer", line.offer.map { .string($0.text) }),
                            ("label", .string(line.label)), ("started", line.started.map { .string($0.iso) }),
                            ("wish", line.wish.map(JSONValue.integer)), ("days", line.days.map(JSONValue.integer)),
                            ("trained", line.isTrained.map(JSONValue.boolean)),
                        ])
                    })
            ),
            ("started", .integer(started.count)), ("wished", .integer(wished.count)),
            ("firstWish", .integer(firstWish)), ("topThree", .integer(topThree)),
            ("medianDays", medianDays.map(JSONValue.integer)), ("trained", .integer(trained.done)),
            ("toTrain", .integer(trained.of)),
            (
                "passedOver",
                .array(
                    passedOver.map { offer in
                        object([
                            ("offer", .string(offer.id.text)), ("vacancy", .string(offer.vacancy.text)),
                            ("reason", offer.ranked?.reason.flatMap { reasons[$0] }.map(JSONValue.string)),
                        ])
                    })
            ),
        ])
    }
}
