import Negotiation
import NodeKit
import Personnel
import Planning
import StrictJSON

/// Puts a transition together, in the order of ids.
struct TransitionMaker {
    private let records: VisibleRecords
    private let choice: TransitionRecords.Choice
    private(set) var moves: [AgreedMove] = []
    private(set) var places: [StaffedPlace] = []
    private(set) var changes: [KnownChange] = []
    private(set) var gaps: [String: [TransitionRecords.Gap]] = [:]
    private(set) var cards: [String: RecordID] = [:]
    private(set) var names: [PlaceID: String] = [:]
    private(set) var agreed: [String: CivilDate] = [:]

    init(_ records: VisibleRecords, _ choice: TransitionRecords.Choice) {
        self.records = records
        self.choice = choice
    }

    // MARK: Moves

    /// What is agreed: an offer with the terms that count, and its transfer once it is decreed.
    private struct Agreed {
        var offer: Offer
        var start: CivilDate
        var returns: CivilDate?
        var needsTraining: Bool
    }

    mutating func takeMoves() {
        var all: [Agreed] = []
        for transfer in records.transfers where transfer.ended == nil && transfer.started == nil {
            guard let offer = records.offer(transfer.offer) else { continue }
            all.append(
                Agreed(
                    offer: offer, start: transfer.start, returns: transfer.returns,
                    needsTraining: transfer.openGates.contains("training")))
        }
        let decreed = Set(all.map(\.offer.id))
        for id in choice.round?.offers ?? [] where !decreed.contains(id) {
            guard let offer = records.offer(id), offer.closed == nil, offer.decreed == nil else { continue }
            all.append(
                Agreed(offer: offer, start: offer.terms.start, returns: offer.terms.returns, needsTraining: false))
        }
        all.sort { ($0.start, $0.offer.id) < ($1.start, $1.offer.id) }
        let known = Dictionary(all.map { ($0.offer.vacancy, $0.offer.id) }) { first, _ in first }
        let byCard = Dictionary(all.map { ($0.offer.card, $0.offer.id) }) { first, _ in first }
        var taken: Set<RecordID> = []
        for one in all where taken.insert(one.offer.card).inserted {
            guard let vacancy = records.vacancy(one.offer.vacancy), let to = place(vacancy.seatGroups, vacancy.agency)
            else { continue }
            let from = seat(of: one.offer.card, at: one.offer.home)
            let id = one.offer.id.text
            cards[id] = one.offer.card
            agreed[id] = one.start
            if from == nil { gaps[id, default: []].append(.originUnknown) }
            moves.append(
                AgreedMove(
                    id: id, person: one.offer.card.text, from: from, to: to,
                    earliest: max(one.start, choice.today), training: one.needsTraining ? course : nil,
                    conditions: conditions(one.offer, vacancy, known, byCard), package: one.offer.package?.text,
                    until: one.returns.map { $0.adding(days: -1) }, fills: one.offer.vacancy.text))
        }
    }

    private var course: MoveTraining { .workingDays(choice.trainingDays, after: choice.today) }

    private func conditions(
        _ offer: Offer, _ vacancy: Vacancy, _ known: [RecordID: RecordID], _ byCard: [RecordID: RecordID]
    ) -> [MoveCondition] {
        var conditions: [MoveCondition] = []
        // The seat becomes free when its holder goes.
        if !vacancy.hasOverlap, offer.package == nil, let leaving = vacancy.freedBy.flatMap({ byCard[$0] }),
            leaving != offer.id
        {
            conditions.append(.started(move: leaving.text, daysBefore: 0))
        }
        for condition in offer.terms.conditions {
            switch condition {
            case .vacancy(let id) where known[id] != nil: conditions.append(.filled(vacancy: id.text))
            case .transfer(let id):
                if let other = records.transfers.first(where: { $0.id == id && $0.started == nil })?.offer {
                    conditions.append(.started(move: other.text, daysBefore: 0))
                }
            default: break
            }
        }
        return conditions
    }

    /// Where the person serves, as home told it.
    private mutating func seat(of card: RecordID, at home: AgencyCode) -> PostInUnit? {
        let check = records.checks.filter { $0.card == card && $0.seat != nil }.max { $0.day < $1.day }
        guard let json = check?.seat.flatMap({ try? JSON(parsing: $0) }) else { return nil }
        return place(SeatGroups(place: json["place"], standard: nil), home)
    }

    private mutating func place(_ groups: SeatGroups, _ agency: AgencyCode) -> PostInUnit? {
        guard let unit = groups.unit, let post = groups.post else { return nil }
        let place = PostInUnit(unit: unit, post: post.id)
        names[PlaceID(place)] = "\(post.name), \(groups.unitName ?? unit) (\(agency.text))"
        names[.unit(unit)] = "\(groups.unitName ?? unit) (\(agency.text))"
        return place
    }

    // MARK: Places

    /// Every published post and unit, its floor after the policy where the agency set none.
    mutating func takePlaces(_ needs: [UnitNeed]) {
        let percent = choice.policy.personnel.rules.floorPercent
        var agencies: [String: Int] = [:]
        var units: Set<String> = []
        for need in needs.sorted(by: { $0.id < $1.id }) {
            // A unit is one agency's: of two that publish it the first counts.
            guard units.insert(need.unit).inserted else { continue }
            let holders = need.posts.reduce(0) { $0 + $1.holders }
            agencies[need.agency.text, default: 0] += holders
            places.append(
                StaffedPlace(
                    .unit(need.unit), within: .agency(need.agency.text), holders: holders,
                    floor: need.floor(percent) ?? 0))
            names[.unit(need.unit)] = "\(need.unitName) (\(need.agency.text))"
            for post in need.posts {
                let id = PlaceID.post(post.id, unit: need.unit)
                names[id] = "\(post.name), \(need.unitName) (\(need.agency.text))"
                places.append(
                    StaffedPlace(
                        id, holders: post.holders,
                        floor: post.floor(percent) ?? 0))
            }
        }
        for (agency, holders) in agencies.sorted(by: { $0.key < $1.key }) {
            places.append(StaffedPlace(.agency(agency), holders: holders, floor: 0))
            names[.agency(agency)] = agency
        }
        for move in moves where !units.contains(move.to.unit) {
            gaps[move.id, default: []].append(.unpublished)
        }
    }

    /// People who leave by a date that is known, on the first day of its month; whoever moves here is not counted twice.
    mutating func takeForecasts(_ forecasts: [NeedForecast]) {
        let last = choice.today.adding(days: TransitionRecords.horizonDays)
        var room = Dictionary(
            places.compactMap { place -> (PlaceID, Int)? in
                if case .post = place.id { (place.id, place.holders) } else { nil }
            }
        ) { first, _ in first }
        for move in moves { if let from = move.from { room[PlaceID(from), default: 0] -= 1 } }
        for forecast in forecasts.sorted(by: { $0.id < $1.id }) {
            for post in forecast.posts {
                let address = PostInUnit(unit: forecast.unit, post: post.id)
                for month in post.months where month.month > choice.today && month.month <= last {
                    for reason in Departure.allCases where reason.takesHolder {
                        for _ in 0..<(month.leaving[reason] ?? 0) {
                            guard let left = room[PlaceID(address)], left > 0 else { continue }
                            room[PlaceID(address)] = left - 1
                            changes.append(
                                KnownChange(.departure, at: address, on: month.month, reason: reason.rawValue))
                        }
                    }
                }
            }
        }
    }
}
