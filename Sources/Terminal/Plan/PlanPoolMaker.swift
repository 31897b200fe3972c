import Negotiation
import NodeKit
import Personnel
import Planning
import StrictJSON

/// Puts a pool together; its lists are in the order of ids, so that the same records give the same pool.
struct PlanPoolMaker {
    let records: VisibleRecords
    let route: Route
    let policy: Policy
    let start: CivilDate

    private(set) var people: [PlanPerson] = []
    private(set) var planSeats: [PlanSeat] = []
    private(set) var groups: [PlanGroup] = []
    private(set) var leftOut: [PlanRecords.LeftOut] = []
    private(set) var unchecked = 0
    private(set) var seatNames: [String: String] = [:]
    private(set) var groupNames: [String: String] = [:]
    private(set) var cards: [String: Card] = [:]
    private(set) var seats: [String: PlanRecords.Seat] = [:]
    /// The need and holders that a check or a vacancy tells of a group of one post, where no unit was published.
    private var told: [String: (need: Int, holders: Int)] = [:]
    private var parents: [String: String] = [:]
    private let wishes: StatedWishes

    init(_ records: VisibleRecords, route: Route, policy: Policy, start: CivilDate) {
        self.records = records
        self.route = route
        self.policy = policy
        self.start = start
        wishes = records.wishes
    }

    // MARK: People

    mutating func takePeople() {
        // One for each card and route.
        let ofRoute = records.checks.filter { $0.route.utf8.elementsEqual(route.code.utf8) }
        let checks = Dictionary(ofRoute.map { ($0.card, $0) }) { _, later in later }
        let busy = Set(
            records.offers.filter { $0.isHolding || $0.decreed != nil && $0.closed == nil }.map(\.card)
                + records.transfers.filter { $0.ended == nil }.map(\.card))
        for card in records.cards.sorted(by: { $0.id < $1.id }) where card.ended == nil {
            guard let check = checks[card.id] else {
                unchecked += 1
                continue
            }
            if let reason = take(card, check, isBusy: busy.contains(card.id)) {
                leftOut.append(PlanRecords.LeftOut(card: card.id, reason: reason))
            }
        }
    }

    /// Why the person is not taken; nil when she is.
    private mutating func take(_ card: Card, _ check: CardCheck, isBusy: Bool) -> PlanRecords.LeftOut.Reason? {
        guard !isBusy else { return .underWay }
        guard check.policy == policy.id else { return .oldPolicy }
        guard var profile = card.profile else { return .noProfile }
        guard let json = check.seat.flatMap({ try? JSON(parsing: $0) }) else { return .noSeat }
        let held = SeatGroups(place: json["place"], standard: json["standard"])
        let id = card.id.text
        guard add(id, held, of: card.agency, need: json["need"]) else { return .noSeat }
        profile.wishes = wishes.own(card.id, on: route.code)
        profile.district = held.district
        profile.box = check.box
        profile.eselon = held.post?.eselon
        seats[id] = .held(by: card.id)
        cards[id] = card
        let forbidden = RuleResult.sheet(check.sheet).first(where: route.isBlocked)
        people.append(
            PlanPerson(
                id: id, seat: id, profile: profile, monthsToRetirement: retires(check),
                blocked: forbidden.map { "\($0.rule.rawValue):\($0.reason.rawValue)" }))
        return nil
    }

    private func retires(_ check: CardCheck) -> Int? {
        let finding = RuleResult.sheet(check.sheet).first { $0.rule == .r20 }
        return finding?.value.first { $0.name == "retires" }.flatMap { CivilDate(iso: $0.text) }
            .map { start.fullMonths(until: $0) }
    }

    // MARK: Seats

    mutating func takeVacancies() {
        for vacancy in records.vacancies.sorted(by: { $0.id < $1.id }) where isOpen(vacancy) {
            let isHeldByPool = vacancy.freedBy.map { cards[$0.text] != nil } ?? false
            guard !isHeldByPool else { continue }
            let said = wishes.receiver(for: vacancy, route)
            let wishes = Dictionary(said.map { ($0.key.text, $0.value) }) { first, _ in first }
            for number in 0..<vacancy.seatsFree {
                let id = "\(vacancy.id.text)#\(number + 1)"
                let need = vacancy.group("need")
                guard add(id, vacancy.seatGroups, of: vacancy.agency, need: need, wishes: wishes) else { break }
                seats[id] = .free(of: vacancy.id)
            }
        }
    }

    private func isOpen(_ vacancy: Vacancy) -> Bool {
        vacancy.ended == nil && vacancy.route.utf8.elementsEqual(route.code.utf8) && vacancy.reorganised == nil
            && !(records.today.map(vacancy.isPastDate(on:)) ?? false)
    }

    /// A structural post is filled on a route that looks at the ladder (R10), whoever holds it can leave it on any.
    private func isOpen(_ post: Post) -> Bool {
        post.kind != .structural || route.rules.contains(.r10)
    }

    private mutating func add(
        _ id: String, _ groups: SeatGroups, of agency: AgencyCode, need: JSON?, wishes: [String: ReceiverWish] = [:]
    ) -> Bool {
        guard let post = groups.post, let unit = groups.unit else { return false }
        let unitID = "\(agency.text)/\(unit)"
        let groupID = "\(unitID)/\(post.id)"
        parents[groupID] = unitID
        parents[unitID] = agency.text
        groupNames[agency.text] = agency.text
        groupNames[unitID] = "\(groups.unitName ?? unit) (\(agency.text))"
        groupNames[groupID] = "\(post.name), \(groups.unitName ?? unit) (\(agency.text))"
        if let stated = need?["need"]?.integer, let holders = need?["holders"]?.integer {
            told[groupID] = (stated, holders)
        }
        planSeats.append(
            PlanSeat(
                id: id, agency: agency.text, unit: unit, post: post, requirement: groups.requirement, group: groupID,
                district: groups.district, wishes: wishes, isOpen: isOpen(post)))
        seatNames[id] = groupNames[groupID]
        return true
    }

    // MARK: Groups

    /// Agencies, their units, and posts in those, of every seat; those of published units have need, floor and the others who serve.
    mutating func takeGroups(_ needs: [UnitNeed], mostLost: Int?) {
        var published: [String: UnitNeed] = [:]
        for need in needs { published["\(need.agency.text)/\(need.unit)"] = need }
        var inPool: [String: Int] = [:]
        for seat in planSeats where cards[seat.id] != nil { inPool[seat.group, default: 0] += 1 }
        let percent = policy.personnel.rules.floorPercent
        for id in Set(parents.keys).union(parents.values).sorted(by: Self.precedes) {
            guard let parent = parents[id] else {
                let elsewhere = published.filter { $0.value.agency.text == id && parents[$0.key] == nil }
                let others = elsewhere.values.flatMap(\.posts).reduce(0) { $0 + $1.holders }
                groups.append(PlanGroup(id: id, kind: .agency, others: others, mostLost: mostLost))
                continue
            }
            guard parents[parent] != nil else {
                // Who serves in posts of the unit that have no seat here counts for the unit's floor.
                let rest = published[id]?.posts.filter { parents["\(id)/\($0.id)"] == nil } ?? []
                groups.append(
                    PlanGroup(
                        id: id, kind: .unit, parent: parent, others: rest.reduce(0) { $0 + $1.holders },
                        floor: published[id]?.floor(percent)))
                continue
            }
            let post = published[parent]?.posts.first { id == "\(parent)/\($0.id)" }
            let need = post?.need ?? told[id]?.need
            let holders = post?.holders ?? told[id]?.holders
            let present = inPool[id] ?? 0
            groups.append(
                PlanGroup(
                    id: id, kind: .post, parent: parent, others: max((holders ?? present) - present, 0), need: need,
                    floor: Staffing(holders: 0, need: need, ownFloor: post?.floor).floor(percent)?.people))
        }
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
