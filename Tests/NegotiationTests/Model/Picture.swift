import Personnel
import StrictJSON

@testable import Negotiation

/// Everything a town's effects have made so far, read through the views.
struct Picture {
    var records = Shelf<Record>()
    var regions = Shelf<Region>()
    var agencies = Shelf<Agency>()
    var invitations = Shelf<Invitation>()
    var policies = Shelf<Policy>()
    var cards = Shelf<Card>()
    var vacancies = Shelf<Vacancy>()
    var checks = Shelf<CardCheck>()
    var offers = Shelf<Offer>()
    var packages = Shelf<Package>()
    var disclosures = Shelf<Disclosure>()
    var documents = Shelf<Document>()
    var trainings = Shelf<Negotiation.Training>()
    var transfers = Shelf<Transfer>()
    var conflicts = Shelf<Conflict>()
    var requests = Shelf<Request>()
    var standbys = Shelf<Standby>()
    var rounds = Shelf<Round>()
    var proposals = Shelf<Proposal>()
    var needs = Shelf<UnitNeed>()
    var forecasts = Shelf<NeedForecast>()
    var surges = Shelf<Surge>()
    var reorganisations = Shelf<Reorganisation>()
    /// Unique tags with the records that hold them.
    var claims: [String: RecordID] = [:]

    var day: CivilDate? { regions.all.first?.day }

    func route(of offer: Offer) -> Route? {
        policies[offer.policy]?.route(offer.route)
    }

    func label(of offer: Offer) -> Offer.Label? {
        route(of: offer).map(offer.label)
    }

    mutating func apply(_ effects: [Effect]) throws {
        for effect in effects {
            switch effect {
            case .claim(let tag, let record): claims[tag] = record
            case .release(let tag): claims[tag] = nil
            case .put(let record):
                records[record.id] = record
                let written = try read(record)
                guard written == nil || written == record.body else {
                    throw Violation("\(record.kind) \(record.id) is not written again as it was read")
                }
            }
        }
    }

    /// Takes in the record's view; its body as the view writes it, nil for kinds that keep their author's bytes.
    private mutating func read(_ record: Record) throws -> [UInt8]? {
        switch record.kind {
        case .region: try regions.put(record, Region.init).body
        case .agency: try agencies.put(record, Agency.init).body
        case .invitation: try invitations.put(record, Invitation.init).body
        case .card: try cards.put(record, Card.init).body
        case .check: try checks.put(record, CardCheck.init).body
        case .vacancy: try vacancies.put(record, Vacancy.init).body
        case .package: try packages.put(record, Package.init).body
        case .disclosure: try disclosures.put(record, Disclosure.init).body
        case .document: try documents.put(record, Document.init).body
        case .training: try trainings.put(record, Negotiation.Training.init).body
        case .transfer: try transfers.put(record, Transfer.init).body
        case .conflict: try conflicts.put(record, Conflict.init).body
        case .request: try requests.put(record, Request.init).body
        case .standby: try standbys.put(record, Standby.init).body
        case .round: try rounds.put(record, Round.init).body
        case .proposal: try proposals.put(record, Proposal.init).body
        case .need: try needs.put(record, UnitNeed.init).body
        case .forecast: try forecasts.put(record, NeedForecast.init).body
        case .surge: try surges.put(record, Surge.init).body
        case .notice: try Notice(record).body
        case .reorganisation: try reorganisations.put(record, Reorganisation.init).body
        case .offer:
            try route(of: try offers.put(record, Offer.init)).map { route in try Offer(record).body(route) } ?? []
        case .policy:
            try policies.put(record, Policy.init).version > 0 ? nil : []
        default: throw Violation("a record of the unknown kind \(record.kind)")
        }
    }
}

extension Shelf {
    fileprivate mutating func put(_ record: Record, _ view: (Record) throws -> View) throws -> View {
        let view = try view(record)
        self[record.id] = view
        return view
    }
}
