import Personnel
import StrictJSON

/// A day comes: deadlines run, holds expire, secondments return, planned reorganisations are carried out, vacancies past their date close.
extension Workspace {
    mutating func advanceDay() throws {
        var region = try region()
        guard operation.record == region.id else { throw Refusal.notFound }
        if region.isTrial, context.author.isCoordinator { throw Refusal.notAllowed("desk") }
        let day = try body.requiredDate("to")
        guard day > region.day else { throw Refusal(.dayNotLater, [("day", .string(region.day.iso))]) }
        region.day = day
        try put(region.id, .region, .all, region.body)
        try markOpinions()
        try returnSecondments(on: day)
        try carryOutPlanned(on: day)
        for offer in try records(linked: .open(.offer)) {
            try age(offer.id, on: day)
        }
        for record in try records(linked: .open(.vacancy)) {
            let vacancy = try linked(record.id, .vacancy, Vacancy.init)
            if vacancy.isPastDate(on: day), vacancy.ended == nil, vacancy.taken == vacancy.filled,
                try !awaitsRanking(vacancy)
            {
                try end(vacancy, reason: "past-date", offers: "vacancy-closed")
            }
        }
    }

    private mutating func returnSecondments(on day: CivilDate) throws {
        for record in try records(linked: .open(.transfer)) {
            let transfer = try linked(record.id, .transfer, Transfer.init)
            guard transfer.isSecondmentUnderWay, let returns = transfer.returns, returns <= day else { continue }
            try endSecondment(transfer)
        }
    }

    private mutating func age(_ id: RecordID, on day: CivilDate) throws {
        var offer = try linked(id, .offer, Offer.init)
        guard offer.isOpen else { return }
        let (route, _) = try route(of: offer)
        if let hold = offer.hold {
            if hold.state == .held, hold.day.days(until: day) > route.holdDays {
                try close(id, reason: "hold-expired")
            }
            return
        }
        var isOver = false
        for side in offer.openSides(route) {
            if offer.clock(side) == nil, (context.reach[offer.agency(side)] ?? 0) >= offer.terms.position {
                offer.setClock(day, of: side)
            }
            guard offer.isOverdue(side, on: day, route) else { continue }
            if route.voice(of: side) == .required {
                isOver = true
            } else {
                offer.set(
                    Stance(says: .silent, terms: offer.terms.version, position: position, operation: nil), of: side)
            }
        }
        if offer.awaitsPerson(route), let deadline = offer.personDeadline(route), day > deadline {
            if route.person == .required {
                isOver = true
            } else {
                offer.personStance = Stance(
                    says: .silent, terms: offer.terms.version, position: position, operation: nil)
            }
        }
        try store(offer)
        if isOver {
            try close(id, reason: "silent")
        }
    }
}

extension Offer {
    /// The first day on which a side certainly knew the current terms.
    public func clock(_ side: Side) -> CivilDate? {
        side == .home ? homeClock : receivingClock
    }

    /// The last day on which a side can still speak before silence counts: from its clock, or at the outer limit.
    public func deadline(_ side: Side, _ route: Route) -> CivilDate? {
        let outer = terms.day.adding(days: route.outerDays)
        guard let own = clock(side)?.adding(days: route.stanceDays) else { return outer }
        return min(own, outer)
    }

    /// The last day on which the person's word can still be recorded: the outer limit, since a person has no node that was told.
    public func personDeadline(_ route: Route) -> CivilDate? {
        awaitsPerson(route) ? terms.day.adding(days: route.outerDays) : nil
    }

    func isOverdue(_ side: Side, on day: CivilDate, _ route: Route) -> Bool {
        deadline(side, route).map { day > $0 } ?? false
    }

    mutating func setClock(_ day: CivilDate, of side: Side) {
        switch side {
        case .home: homeClock = day
        case .receiving: receivingClock = day
        }
    }
}
