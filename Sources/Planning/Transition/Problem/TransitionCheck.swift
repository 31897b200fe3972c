import Personnel

/// Finds what is wrong in the data of a transition.
struct TransitionCheck {
    private let problem: TransitionProblem
    private var found: [TransitionFault] = []

    init(_ problem: TransitionProblem) {
        self.problem = problem
    }

    func faults() -> [TransitionFault] {
        var check = self
        check.checkLimits()
        // The other checks count on sizes within the limits.
        guard check.found.isEmpty else { return check.found }
        check.checkPlaces()
        check.checkMoves()
        check.checkSeasons()
        for change in problem.knownChanges where change.day < problem.firstDay {
            check.add(.changeBeforeHorizon, "\(PlaceID(change.address)) \(change.day)")
        }
        if check.found.isEmpty {
            check.checkLeavers()
        }
        return check.found
    }

    private mutating func add(_ code: TransitionFault.Code, _ subject: String) {
        if found.count < TransitionLimits.faults {
            found.append(TransitionFault(code, subject))
        }
    }

    private mutating func checkLimits() {
        if problem.lastDay < problem.firstDay {
            add(.noDays, problem.lastDay.iso)
        }
        let sizes = [
            ("horizonDays", problem.dayCount, TransitionLimits.horizonDays),
            ("moves", problem.moves.count, TransitionLimits.moves),
            ("places", problem.places.count, TransitionLimits.places),
            ("knownChanges", problem.knownChanges.count, TransitionLimits.knownChanges),
            ("seasons", problem.seasons.count, TransitionLimits.seasons),
            ("holidays", problem.calendar.holidays.count, TransitionLimits.holidays),
        ]
        for (name, size, limit) in sizes where size > limit {
            add(.tooMany, name)
        }
        for weekday in problem.calendar.workingWeekdays.sorted() where !(1...7).contains(weekday) {
            add(.outOfRange, "weekday \(weekday)")
        }
    }

    private mutating func checkPlaces() {
        let tree = PlaceTree(problem.places)
        var holders: [PlaceID: Int] = [:]
        for place in problem.places {
            if !isID(place.id) {
                add(.badID, place.id.description)
            }
            if holders.updateValue(place.holders, forKey: place.id) != nil {
                add(.placeTwice, place.id.description)
            }
            let numbers = 0...TransitionLimits.people
            if !numbers.contains(place.holders) || !numbers.contains(place.floor) {
                add(.outOfRange, place.id.description)
            }
        }
        guard found.isEmpty else { return }
        var inside: [PlaceID: Int] = [:]
        for place in problem.places {
            if let within = place.within, !canLie(place.id, in: within) || holders[within] == nil {
                add(.unknownParent, place.id.description)
            } else if tree.path(from: place.id).count > TransitionLimits.depth {
                add(.tooDeep, place.id.description)
            } else if let parent = tree.parent(of: place.id) {
                inside[parent, default: 0] += place.holders
            }
        }
        for (parent, sum) in inside.sorted(by: { $0.key < $1.key }) {
            if let total = holders[parent], sum > total {
                add(.moreInsideThanHolders, parent.description)
            }
        }
    }

    private mutating func checkMoves() {
        var ids: Set<String> = []
        var people: Set<String> = []
        for move in problem.moves {
            let all = [move.id, move.person, move.package, move.fills].compactMap { $0 }
            if !all.allSatisfy(isID) || !isID(PlaceID(move.to)) || !(move.from.map { isID(PlaceID($0)) } ?? true) {
                add(.badID, move.id)
            }
            if !ids.insert(move.id).inserted {
                add(.moveTwice, move.id)
            }
            if !people.insert(move.person).inserted {
                add(.personTwice, move.person)
            }
            if move.from == move.to {
                add(.goesNowhere, move.id)
            }
            if case .workingDays(let count, _) = move.training, !(1...TransitionLimits.spanDays).contains(count) {
                add(.outOfRange, move.id)
            }
            if move.conditions.count > TransitionLimits.conditionsOfMove {
                add(.tooMany, "conditionsOfMove")
            }
        }
        let vacancies = Set(problem.moves.compactMap(\.fills))
        let targets = Dictionary(problem.moves.map { ($0.id, $0.to) }, uniquingKeysWith: { first, _ in first })
        let filledPosts = Set(
            problem.moves.map(\.to) + problem.knownChanges.filter { $0.direction == .arrival }.map(\.address))
        for move in problem.moves {
            for condition in move.conditions {
                check(condition, of: move, vacancies: vacancies, targets: targets, filledPosts: filledPosts)
            }
        }
    }

    private mutating func check(
        _ condition: MoveCondition, of move: AgreedMove, vacancies: Set<String>, targets: [String: PostInUnit],
        filledPosts: Set<PostInUnit>
    ) {
        let days: Int
        switch condition {
        case .started(let other, let daysBefore):
            days = daysBefore
            if targets[other] == nil || other == move.id {
                add(.unknownMove, move.id)
            }
        case .filled(let vacancy):
            days = 0
            if !vacancies.contains(vacancy) {
                add(.unknownVacancy, move.id)
            }
        case .replaced(let other?, let overlapDays):
            days = overlapDays
            if targets[other] == nil {
                add(.unknownMove, move.id)
            } else if move.from == nil || targets[other] != move.from {
                add(.noReplacement, move.id)
            }
        case .replaced(nil, let overlapDays):
            days = overlapDays
            if !(move.from.map(filledPosts.contains) ?? false) {
                add(.noReplacement, move.id)
            }
        }
        if !(0...TransitionLimits.spanDays).contains(days) {
            add(.outOfRange, move.id)
        }
    }

    private mutating func checkSeasons() {
        var ids: Set<String> = []
        for season in problem.seasons {
            if !isID(season.id) || !(season.place.map(isID) ?? true) {
                add(.badID, season.id)
            }
            if !ids.insert(season.id).inserted {
                add(.seasonTwice, season.id)
            }
            if season.lastDay < season.firstDay {
                add(.seasonReversed, season.id)
            }
        }
    }

    private mutating func checkLeavers() {
        let tree = PlaceTree(problem.places)
        var balance: [PlaceID: Int] = [:]
        func count(_ address: PostInUnit?, _ change: Int) {
            for place in tree.path(from: address) {
                balance[place, default: 0] += change
            }
        }
        for move in problem.moves {
            count(move.from, -1)
            count(move.to, 1)
        }
        for change in problem.knownChanges {
            count(change.address, change.direction == .arrival ? 1 : -1)
        }
        for place in problem.places where place.holders + balance[place.id, default: 0] < 0 {
            add(.moreLeaveThanServe, place.id.description)
        }
    }

    private func canLie(_ place: PlaceID, in parent: PlaceID) -> Bool {
        switch (place, parent) {
        case (.unit, .unit), (.unit, .agency): place != parent
        default: false
        }
    }

    private func isID(_ id: String) -> Bool {
        !id.isEmpty && id.utf8.count <= TransitionLimits.idBytes
    }

    private func isID(_ place: PlaceID) -> Bool {
        switch place {
        case .agency(let id), .unit(let id): isID(id)
        case .post(let post, let unit): isID(post) && isID(unit)
        }
    }
}
