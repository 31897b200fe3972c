import StrictJSON

/// What the person says of an offer: recorded from a letter by home or the personnel agency.
extension Workspace {
    /// Where the route requires the person's own request, a refusal closes; where it only hears the person, a refusal waits for
    /// the personnel agency.
    mutating func recordPerson() throws {
        var (offer, route, _) = try negotiable()
        guard try author == offer.home || author == region().desk else { throw Refusal.notAllowed(offer.home.text) }
        try checkTerms(offer)
        guard route.person == .heard || route.person == .required else {
            throw Refusal(
                .unsupported, [("route", .string(route.code)), ("person", .string(route.person.rawValue))])
        }
        let says = try personWord()
        guard offer.person?.says != says else { throw Refusal(.alreadyDone) }
        offer.personStance = Stance(
            ofPerson: says, terms: offer.terms.version, position: position, operation: operation)
        if says == .agree {
            try settle(offer)
        } else if route.person == .required {
            try release(offer, closing: "person-refused")
        } else if offer.isPersonContested(route) {
            try release(offer, closing: nil)
        } else {
            try store(offer)
        }
    }

    /// The letter names no signer: the person signs, and no name stands in an offer.
    private mutating func personWord() throws -> Stance.Word {
        let letter = try body.requiredObject("letter")
        _ = try letter.requiredString("number", maxBytes: 100)
        try checkPast(try letter.requiredDate("date"), letter.path + "/date")
        try body.checkAttachment(ifAny: "scan")
        switch try body.requiredString("says", maxBytes: 20) {
        case "agree": return .agree
        case "refuse": return .refuse
        default: throw BodyError(path: "/body/says", expected: "agree or refuse")
        }
    }
}
