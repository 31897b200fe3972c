import Personnel
import StrictJSON

/// Packages: offers that are held, approved, decreed and started together or not at all.
///
/// Rejected: a package that holds for its offers. Each offer keeps its own hold, opinions and transfer, so that a split leaves each
/// as it would be alone; the package only says when they may move, and every place where one offer would move alone asks it.
extension Workspace {
    // MARK: Operations

    /// By the personnel agency or by a party of every offer: what one does not see cannot be named. Offers that hold already give
    /// their seats back and take them again together.
    mutating func openPackage() throws {
        let ids = try Package.ids(try body.requiredObject("package"), "offers")
        let package = Package(
            id: operation.record, agency: author, offers: ids, said: Attested(operation, at: position))
        try checkMembers(try ids.map(member), of: package)
        try bind(package)
    }

    /// `{"how":"split"|"close"|"replan","reason":{"attachment"},"remove"?:[ids],"add"?:[ids]}` of the personnel agency.
    mutating func decidePackage() throws {
        var package = try unendedPackage()
        _ = try body.requiredObject("reason").requiredAttachment()
        let how = try body.requiredString("how", maxBytes: 20)
        guard package.decreed == nil || package.stopped != nil else {
            throw Refusal(.wrongState, [("state", "decreed")])
        }
        guard package.decided.count < Package.decisionLimit else {
            throw Refusal(.limit, [("limit", .integer(Package.decisionLimit))])
        }
        package.decided.append(Attested(operation, at: position))
        switch how {
        case "split": try dissolve(package, reason: "split")
        case "close": try closeAll(package)
        case "replan": try replan(package)
        default: throw BodyError(path: "/body/how", expected: "split, close or replan")
        }
    }

    /// Whoever opened it takes it back before the decree; its offers go on alone.
    mutating func withdrawPackage() throws {
        let package = try unendedPackage()
        guard package.agency == author else { throw Refusal.notAllowed(package.agency.text) }
        guard package.decreed == nil else { throw Refusal(.wrongState, [("state", "decreed")]) }
        try dissolve(package, reason: "withdrawn")
    }

    // MARK: Holding

    /// One try for all: every offer takes its seat and card, or none does. Those that wait say for what.
    mutating func tryPackage(_ id: RecordID) throws {
        var package = try linked(id, .package, Package.init)
        let members = try members(of: package)
        let settled = members.filter { $0.isOpen && $0.hold?.state == .waiting }
        var isFree = package.isRunning && settled.count == members.count
        for var offer in settled {
            let vacancy = try linked(offer.vacancy, .vacancy, Vacancy.init)
            let hasTurn = isRanked(offer, vacancy)
            let isHeldElsewhere = try isCardHeld(offer)
            let wanted = settled.filter { $0.vacancy == offer.vacancy }.count
            isFree = isFree && hasTurn && !isHeldElsewhere && vacancy.seatsFree >= wanted
            let lacking = vacancy.seatsFree == 0 ? "seat" : isHeldElsewhere ? "card" : "package"
            offer.hold?.reason = hasTurn ? lacking : vacancy.mode
            try store(offer)
        }
        guard isFree else { return }
        var held: [Offer] = []
        for var offer in settled {
            let vacancy = try linked(offer.vacancy, .vacancy, Vacancy.init)
            let card = try linked(offer.card, .card, Card.init)
            let (route, policy) = try route(of: offer)
            offer.computed = computedRules(
                card, vacancy, route, policy, seatsFree: vacancy.seatsFree)
            guard vacancy.ended == nil, card.ended == nil, !offer.computed.contains(where: route.isBlocked) else {
                try store(offer)
                try close(offer.id, reason: "rule")
                return
            }
            offer.hold = Offer.Hold(state: .held, position: position, day: try region().day, reason: "free")
            held.append(offer)
        }
        for offer in held {
            var vacancy = try linked(offer.vacancy, .vacancy, Vacancy.init)
            vacancy.taken += 1
            try store(vacancy)
            try store(offer)
        }
        package.held = position
        try store(package)
    }

    /// One of a held package lost its hold: the others give theirs back and wait with it.
    mutating func loosen(packageOf offer: Offer) throws {
        guard let id = offer.package, var package = try offer.package.map({ try linked($0, .package, Package.init) }),
            package.isRunning
        else { return }
        package.held = nil
        try store(package)
        let freed = try members(of: package).filter { $0.id != offer.id && $0.isOpen && $0.isHolding }
        for other in freed {
            try giveBack(other)
        }
        for other in freed {
            try retryWaiting(vacancy: other.vacancy, card: other.card)
        }
        try tryPackage(id)
    }

    // MARK: Stopping

    /// One of its offers has ended: the others wait for the personnel agency.
    mutating func stop(packageOf offer: Offer, reason: String) throws {
        guard let id = offer.package else { return }
        var package = try linked(id, .package, Package.init)
        guard package.ended == nil else { return }
        if package.stopped == nil {
            package.stopped = Package.Stop(position: position, reason: reason, offer: offer.id)
        }
        let alive = try members(of: package).filter { $0.closed == nil }
        if alive.isEmpty {
            package.ended = Ending(position: position, reason: "empty")
        }
        try store(package)
        for other in alive {
            try refreshGates(of: other)
        }
    }

    /// No document about an offer of a stopped package, and none about a part of one that runs: of those that lack an opinion
    /// every one has a line; those that are ended all have a favourable line, each in a document of its own route's kind.
    func checkPackage(
        of offer: Offer, _ route: Route, _ line: Document.Line, of document: Document, _ together: [Document]
    ) throws {
        guard let id = offer.package else { return }
        let package = try linked(id, .package, Package.init)
        guard package.ended == nil else { return }
        guard package.stopped == nil else {
            throw Refusal(.wrongState, [("state", "package-stopped"), ("package", .string(id.text))])
        }
        guard line.isFavourable else { return }
        let isOpinion = route.opinion(document.type) != nil
        guard isOpinion || document.isDecree(on: route) else { return }
        var missing: [(offer: RecordID, document: String)] = []
        for other in try members(of: package) {
            let (route, _) = try self.route(of: other)
            if isOpinion {
                guard route.opinion(document.type) != nil, !other.hasOpinion(document.type),
                    !document.lines.contains(where: { $0.offer == other.id })
                else { continue }
                missing.append((other.id, document.type))
            } else if !together.contains(where: { $0.ends(other, route) }) {
                missing.append((other.id, route.document))
            }
        }
        guard missing.isEmpty else {
            throw Refusal(
                .incomplete,
                [
                    ("package", .string(id.text)), ("offers", Self.ids(missing.map(\.offer))),
                    ("documents", .array(missing.map { .string($0.document) })),
                ])
        }
    }

    /// Marks the packages whose offers the documents of one operation have decreed.
    mutating func markDecreed(by documents: [Document]) throws {
        for document in documents {
            for line in document.lines {
                let offer = try linked(line.offer, .offer, Offer.init)
                guard offer.decreed?.document == document.id, let id = offer.package else { continue }
                var package = try linked(id, .package, Package.init)
                package.decreed = package.decreed ?? Package.Decreed(position: position, document: document.id)
                package.decreed?.add(document.id)
                try store(package)
            }
        }
    }

    // MARK: Starting together

    /// The package with which a decreed offer starts; nil when it starts alone.
    func startingPackage(of transfer: Transfer) throws -> Package? {
        let offer = try linked(transfer.offer, .offer, Offer.init)
        guard let package = try offer.package.map({ try linked($0, .package, Package.init) }), package.ended == nil
        else { return nil }
        return package
    }

    /// Keeps a start letter until those of the others have come; the last one starts all of them, on the latest of their days.
    mutating func pledge(_ transfer: Transfer, in package: Package) throws {
        guard transfer.pledged == nil else { throw Refusal(.alreadyDone) }
        var transfer = transfer
        transfer.pledged = Attested(operation, at: position)
        try store(transfer)
        var transfers = try members(of: package).compactMap { try self.transfer(of: $0) }
        guard transfers.count == package.offers.count, transfers.allSatisfy({ $0.pledged != nil }) else { return }
        let days = transfers.compactMap { $0.pledged?.text("date").flatMap(CivilDate.init(iso:)) }
        guard let began = days.max() else { return }
        if let back = transfers.compactMap(\.returns).min(), began >= back {
            throw BodyError(
                path: "/body/date", expected: "a date before \(back.iso), when one of the package returns")
        }
        var package = package
        package.ended = Ending(position: position, reason: "started")
        try store(package)
        for index in transfers.indices {
            transfers[index].started = transfers[index].pledged
            transfers[index].pledged = nil
            transfers[index].began = began
            try begin(transfers[index])
        }
    }

    // MARK: Parts

    func members(of package: Package) throws -> [Offer] {
        try package.offers.map { try linked($0, .offer, Offer.init) }
    }

    /// Its parties and whoever opened it; the personnel agency alone while one of the offers is hidden from its parties.
    mutating func store(_ package: Package) throws {
        var parties = [package.agency, try region().desk]
        let members = try members(of: package)
        if try !members.contains(where: { try $0.isHidden(route(of: $0).0) }) {
            parties += members.flatMap { [$0.home, $0.receiving] }
        }
        try put(package.id, .package, .of(parties), package.body)
    }

    private func unendedPackage() throws -> Package {
        let package = try read(try visible(operation.record, .package), Package.init)
        guard package.ended == nil else { throw Refusal(.wrongState, [("state", "package-ended")]) }
        return package
    }

    /// An offer that may become one of a package: visible, neither closed nor decreed, in no other package.
    private func member(_ id: RecordID) throws -> Offer {
        let (offer, route, _) = try negotiated(id)
        guard offer.isOpen else {
            throw Refusal(
                .wrongState, [("state", .string(offer.label(route).rawValue)), ("offer", .string(id.text))])
        }
        if let package = offer.package {
            throw Refusal(.exists, [("package", .string(package.text)), ("offer", .string(id.text))])
        }
        return offer
    }

    /// Distinct people, and seats for all of them.
    private func checkMembers(_ offers: [Offer], of package: Package) throws {
        guard Package.size.contains(offers.count) else {
            throw BodyError(
                path: "/body/package/offers",
                expected: "\(Package.size.lowerBound) to \(Package.size.upperBound) offers")
        }
        for (index, offer) in offers.enumerated() {
            if let other = offers.prefix(index).first(where: { $0.card == offer.card }) {
                throw Refusal(.wrongState, [("state", "card-twice"), ("offers", Self.ids([other.id, offer.id]))])
            }
            let sharing = offers.filter { $0.vacancy == offer.vacancy }
            guard try sharing.count <= linked(offer.vacancy, .vacancy, Vacancy.init).seats else {
                throw Refusal(.wrongState, [("state", "seat-twice"), ("offers", Self.ids(sharing.map(\.id)))])
            }
        }
    }

    /// Binds the offers of a package that is not decreed: what they hold they give back, and all are tried at once.
    private mutating func bind(_ opened: Package) throws {
        var package = opened
        package.stopped = nil
        package.held = nil
        try store(package)
        var freed: [Offer] = []
        for var offer in try members(of: package) {
            offer.package = package.id
            if offer.isHolding {
                freed.append(offer)
                try giveBack(offer)
            } else {
                try store(offer)
            }
        }
        try tryPackage(package.id)
        for offer in freed {
            try retryWaiting(vacancy: offer.vacancy, card: offer.card)
        }
    }

    /// Lets an offer wait for the others of its package instead of holding.
    private mutating func giveBack(_ offer: Offer) throws {
        var waiting = offer
        waiting.hold = Offer.Hold(state: .waiting, position: position, day: try region().day, reason: "package")
        try store(waiting)
        try freeSeat(of: offer)
    }

    private mutating func replan(_ old: Package) throws {
        var package = old
        guard package.decreed == nil else {
            throw Refusal(.wrongState, [("state", "decreed")])
        }
        let removed = try body["remove"].map { _ in try Package.ids(body, "remove") } ?? []
        let added = try body["add"].map { _ in try Package.ids(body, "add") } ?? []
        guard removed.allSatisfy(package.offers.contains) else {
            throw BodyError(path: "/body/remove", expected: "offers of the package")
        }
        let alive = try members(of: package).filter { $0.closed == nil }
        let kept = alive.filter { !removed.contains($0.id) }
        let members = try kept + added.map(member)
        try checkMembers(members, of: package)
        package.offers = members.map(\.id)
        try bind(package)
        try goOn(alive.filter { removed.contains($0.id) })
    }

    /// Ends the package and lets what is left of it go on, each alone.
    private mutating func dissolve(_ package: Package, reason: String) throws {
        var package = package
        package.ended = Ending(position: position, reason: reason)
        try store(package)
        try goOn(try members(of: package).filter { $0.closed == nil })
    }

    private mutating func closeAll(_ package: Package) throws {
        var package = package
        package.ended = Ending(position: position, reason: "closed")
        try store(package)
        for offer in try members(of: package) {
            try end(offer, reason: "package-closed")
        }
    }

    /// Offers that left a package: those whose seat nobody leaves any more close, the others hold or wait for themselves.
    private mutating func goOn(_ offers: [Offer]) throws {
        for offer in offers {
            var offer = try linked(offer.id, .offer, Offer.init)
            offer.package = nil
            try store(offer)
        }
        let startable = try startable(among: offers)
        for offer in offers where !startable.contains(offer.id) {
            try end(offer, reason: "not-freed")
        }
        for offer in offers where startable.contains(offer.id) {
            let offer = try linked(offer.id, .offer, Offer.init)
            if offer.isOpen, offer.hold?.state == .waiting {
                try tryHold(offer)
            }
            try refreshGates(of: offer)
        }
    }

    /// The least set of offers that can start one after the other: in a circle nobody can be the first.
    private func startable(among offers: [Offer]) throws -> Set<RecordID> {
        var startable: Set<RecordID> = []
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for offer in offers where !startable.contains(offer.id) {
                guard try canStart(offer, among: offers, after: startable) else { continue }
                startable.insert(offer.id)
                hasGrown = true
            }
        }
        return startable
    }

    private func canStart(_ offer: Offer, among offers: [Offer], after startable: Set<RecordID>) throws -> Bool {
        let vacancy = try linked(offer.vacancy, .vacancy, Vacancy.init)
        guard let card = vacancy.leavingCard else { return true }
        return try hasMoved(card)
            || self.offers(linked: Link("card", card.text)).contains { other in
                guard other.closed == nil, try isForGood(other) else { return false }
                return startable.contains(other.id) || !offers.contains { $0.id == other.id }
            }
    }

    /// Closes an offer once, its transfer with it.
    private mutating func end(_ offer: Offer, reason: String) throws {
        let offer = try linked(offer.id, .offer, Offer.init)
        guard offer.closed == nil else { return }
        if var transfer = try transfer(of: offer), transfer.ended == nil {
            transfer.ended = Ending(position: position, reason: reason)
            try store(transfer)
        }
        try close(offer.id, reason: reason)
    }
}

extension Document {
    /// Whether it is of the type in which a route ends.
    func isDecree(on route: Route) -> Bool {
        type.utf8.elementsEqual(route.document.utf8)
    }

    /// Whether it is the document in which an offer's route ends, and favours the offer.
    fileprivate func ends(_ offer: Offer, _ route: Route) -> Bool {
        isDecree(on: route) && lines.contains { $0.offer == offer.id && $0.isFavourable }
    }
}
