/// Changes in numbers: what each person may not, must and does not.
struct PlanOrders: Sendable {
    /// [person] the places where she may not go.
    private var forbidden: [Int: Set<Int>] = [:]
    /// [person] the place where she must be.
    private var fixed: [Int: Int] = [:]
    private var kept: [Int: PlanChange] = [:]
    /// [person] whether any change is about her.
    private var ordered: [Bool]

    init(_ changes: [PlanChange], _ scores: PlanScores) throws(PlanError) {
        guard changes.count <= PlanLimits.changes else {
            throw PlanError(.limit, "changes", "\(changes.count) changes, at most \(PlanLimits.changes) are taken")
        }
        ordered = [Bool](repeating: false, count: scores.roster.people.count)
        for change in changes {
            try take(change, scores)
        }
        for (person, place) in fixed.sorted(by: { $0.key < $1.key }) where forbidden[person]?.contains(place) == true {
            throw PlanError(.contradiction, scores.roster.people[person].id, "one change fixes what another forbids")
        }
    }

    @inline(__always)
    func allows(_ person: Int, _ place: Int) -> Bool { !ordered[person] || isLeftOpen(person, place) }

    private func isLeftOpen(_ person: Int, _ place: Int) -> Bool {
        if kept[person] != nil { return false }
        if let fixed = fixed[person] { return fixed == place }
        return forbidden[person].map { !$0.contains(place) } ?? true
    }

    func mayStay(_ person: Int) -> Bool { !ordered[person] || fixed[person] == nil }

    func isFixed(_ person: Int) -> Bool { fixed[person] != nil }

    /// Whether any change is about a person.
    func isOrdered(_ person: Int) -> Bool { ordered[person] }

    func differ(from other: PlanOrders, for person: Int) -> Bool {
        fixed[person] != other.fixed[person] || forbidden[person] != other.forbidden[person]
            || (kept[person] == nil) != (other.kept[person] == nil)
    }

    func keeping(_ person: Int) -> PlanChange? { kept[person] }

    private mutating func take(_ change: PlanChange, _ scores: PlanScores) throws(PlanError) {
        let roster = scores.roster
        guard let person = roster.personNumbers[change.person] else {
            throw PlanError(.unknown, change.person, "this person is not in the pool")
        }
        func place(of seat: String) throws(PlanError) -> Int {
            guard let number = roster.seatNumbers[seat] else {
                throw PlanError(.unknown, seat, "this seat is not in the pool")
            }
            return roster.seatPlaces[number]
        }
        ordered[person] = true
        switch change.kind {
        case .keep:
            guard fixed[person] == nil else { throw Self.contradiction(change) }
            kept[person] = change
        case .forbid(let seat):
            forbidden[person, default: []].insert(try place(of: seat))
        case .fix(let seat):
            let wanted = try place(of: seat)
            guard kept[person] == nil, fixed[person].map({ $0 == wanted }) ?? true else {
                throw Self.contradiction(change)
            }
            guard !roster.isHome(wanted, of: person) else {
                kept[person] = change
                return
            }
            guard roster.isOpen[wanted], scores.move(person, to: wanted) != nil else {
                throw PlanError(
                    .notEligible, change.person, "the rules do not let this person come to \(seat)",
                    refusals: scores.findings(person, roster.placeStandards[wanted]).refusals)
            }
            fixed[person] = wanted
        }
    }

    private static func contradiction(_ change: PlanChange) -> PlanError {
        PlanError(.contradiction, change.person, "two changes send this person to different places")
    }
}
