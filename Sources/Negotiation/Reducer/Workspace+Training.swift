import Personnel
import StrictJSON

/// Training before the new duty: required by a party or the personnel agency, confirmed by whoever gives the course.
extension Workspace {
    mutating func requireTraining() throws {
        let json = try body.requiredObject("training")
        let (offer, route, _) = try negotiated(try json.requiredRecordID("offer"))
        guard try !offer.sides(of: author).isEmpty || author == region().desk else {
            throw Refusal.notAllowed("parties")
        }
        guard offer.closed == nil, !offer.isHidden(route), try transfer(of: offer)?.started == nil else {
            throw Refusal(.wrongState, [("state", .string(offer.label(route).rawValue))])
        }
        let training = try Training(
            id: operation.record, home: offer.home, receiving: offer.receiving,
            said: Attested(operation, at: position), reading: json)
        guard try agency(training.provider) != nil else {
            throw BodyError(path: json.path + "/provider", expected: "an agency of the region")
        }
        let others = try trainings(of: offer.id)
        guard others.count < Training.offerLimit else {
            throw Refusal(.limit, [("limit", .integer(Training.offerLimit))])
        }
        if let other = others.first(where: { $0.competence == training.competence }) {
            throw Refusal(.exists, [("training", .string(other.id.text))])
        }
        try store(training)
        try refreshGates(of: offer)
    }

    mutating func confirmTraining() throws {
        var training = try read(try visible(operation.record, .training), Training.init)
        guard training.provider == author else { throw Refusal.notAllowed(training.provider.text) }
        guard training.ended == nil else { throw Refusal(.alreadyDone) }
        let hours = try body.requiredInteger("hours", in: Training.hours)
        try checkPast("date")
        try body.checkAttachment(ifAny: "certificate")
        guard hours >= training.hours else {
            throw Refusal(.incomplete, [("hours", .integer(training.hours))])
        }
        training.confirmed = Attested(operation, at: position)
        training.ended = Ending(position: position, reason: "confirmed")
        try store(training)
        try refreshGates(of: try linked(training.offer, .offer, Offer.init))
    }

    func trainings(of offer: RecordID) throws -> [Training] {
        try records(linked: Link("offer", offer.text)).filter { $0.kind == .training }.map {
            try read($0, Training.init)
        }
    }

    /// A date of the body that is not later than today.
    mutating func checkPast(_ name: String) throws {
        try checkPast(try body.requiredDate(name), "/body/" + name)
    }

    /// The same of a date that was read; what the operation says is kept with the day of its entry when that is late.
    mutating func checkPast(_ date: CivilDate, _ path: String) throws {
        let today = try region().day
        guard date <= today else {
            throw BodyError(path: path, expected: "a date up to today, \(today.iso)")
        }
        operation.entered = try lateEntry(of: date) ?? operation.entered
    }

    /// Today, when a fact of that date is entered later than the policy in force lets pass without a word.
    func lateEntry(of date: CivilDate) throws -> CivilDate? {
        guard let lateDays = try policyInForce()?.lateDays else { return nil }
        let today = try region().day
        return date.days(until: today) > lateDays ? today : nil
    }

    private mutating func store(_ training: Training) throws {
        let audience = Audience.of([training.home, training.receiving, training.provider, try region().desk])
        try put(training.id, .training, audience, training.body)
    }
}
