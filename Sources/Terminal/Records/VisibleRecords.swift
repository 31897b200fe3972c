import Negotiation
import NodeKit
import Personnel

/// The records that one agency may see, read once for showing them.
///
/// A record that this version cannot read is left out of its kind and listed in ``unreadable``.
public struct VisibleRecords: Sendable {
    public private(set) var region: Region?
    public private(set) var agencies: [AgencyCode: Agency] = [:]
    public private(set) var policies: [Policy] = []
    public private(set) var cards: [Card] = []
    public private(set) var vacancies: [Vacancy] = []
    public private(set) var checks: [CardCheck] = []
    public private(set) var offers: [Offer] = []
    public private(set) var packages: [Package] = []
    public private(set) var documents: [Document] = []
    public private(set) var trainings: [Negotiation.Training] = []
    public private(set) var transfers: [Transfer] = []
    public private(set) var requests: [Request] = []
    public private(set) var standbys: [Standby] = []
    public private(set) var rounds: [Round] = []
    public private(set) var conflicts: [Conflict] = []
    public private(set) var disclosures: [Disclosure] = []
    public private(set) var proposals: [Proposal] = []
    public private(set) var reorganisations: [Reorganisation] = []
    public private(set) var surges: [Surge] = []
    public private(set) var notices: [Notice] = []
    /// Records whose body this version cannot read.
    public private(set) var unreadable: [RecordID] = []

    private var records: [RecordID: Record] = [:]
    /// How many ids end with these six digits.
    private var endings: [String: Int] = [:]
    private var cardsByID: [RecordID: Int] = [:]
    private var vacanciesByID: [RecordID: Int] = [:]

    /// Takes the records in the order in which lists are to show them.
    public init(_ records: [Record]) {
        for record in records {
            self.records[record.id] = record
            endings[ShortID.text(record.id), default: 0] += 1
            do {
                try read(record)
            } catch {
                unreadable.append(record.id)
            }
        }
    }

    /// Reads all records of the kinds above. Throws what the reader throws.
    public init(reading reader: some RecordReader) throws {
        try self.init { try reader.records(linked: .kind($0)) }
    }

    /// The same from whatever lists the records of a kind.
    init(listing records: (RecordKind) throws -> [Record]) rethrows {
        let kinds: [RecordKind] = [
            .region, .agency, .policy, .card, .check, .vacancy, .offer, .package, .document, .training, .transfer,
            .request, .standby, .round, .conflict, .disclosure, .proposal, .reorganisation, .surge,
            .notice,
        ]
        self.init(try kinds.flatMap(records))
    }

    /// Today: the last day that came; nil before the region is known.
    public var today: CivilDate? { region?.day }

    public func record(_ id: RecordID) -> Record? { records[id] }

    public func card(_ id: RecordID) -> Card? { cardsByID[id].map { cards[$0] } }

    public func vacancy(_ id: RecordID) -> Vacancy? { vacanciesByID[id].map { vacancies[$0] } }

    /// The vacancies that were opened for a rush.
    public func vacancies(for surge: Surge) -> [Vacancy] {
        vacancies.filter { $0.surge == surge.id }
    }

    /// What people and receivers wish.
    public var wishes: StatedWishes { StatedWishes(cards: cards, requests: requests, offers: offers) }

    /// A document, or the extract of it that this agency has.
    public func document(_ id: RecordID) -> Document? {
        documents.first { $0.id == id } ?? documents.first { $0.extractOf == id }
    }

    public func offer(_ id: RecordID) -> Offer? { offers.first { $0.id == id } }

    /// What came of an offer's decree; nil before it.
    public func transfer(ofOffer id: RecordID) -> Transfer? { transfers.first { $0.offer == id } }

    /// The route under which an offer was made; nil when its policy is not at hand.
    public func route(_ offer: Offer) -> Route? {
        policies.first { $0.id == offer.policy }?.route(offer.route)
    }

    /// The ids of all records of one kind, for what people type.
    public func ids(_ kind: RecordKind) -> [RecordID] {
        records.values.filter { $0.kind == kind }.map(\.id)
    }

    /// The id as people see it: its last six digits, or all when another record shares those.
    public func shown(_ id: RecordID) -> String {
        let short = ShortID.text(id)
        return (endings[short] ?? 0) > 1 ? id.text : short
    }

    private mutating func read(_ record: Record) throws {
        switch record.kind {
        case .region: region = try Region(record)
        case .agency:
            let agency = try Agency(record)
            agencies[agency.code] = agency
        case .policy: policies.append(try Policy(record))
        case .card:
            cards.append(try Card(record))
            cardsByID[record.id] = cards.count - 1
        case .check: checks.append(try CardCheck(record))
        case .vacancy:
            vacancies.append(try Vacancy(record))
            vacanciesByID[record.id] = vacancies.count - 1
        case .offer: offers.append(try Offer(record))
        case .package: packages.append(try Package(record))
        case .document: documents.append(try Document(record))
        case .training: trainings.append(try Negotiation.Training(record))
        case .transfer: transfers.append(try Transfer(record))
        case .request: requests.append(try Request(record))
        case .standby: standbys.append(try Standby(record))
        case .round: rounds.append(try Round(record))
        case .conflict: conflicts.append(try Conflict(record))
        case .proposal: proposals.append(try Proposal(record))
        case .reorganisation: reorganisations.append(try Reorganisation(record))
        case .surge: surges.append(try Surge(record))
        case .notice: notices.append(try Notice(record))
        case .disclosure: disclosures.append(try Disclosure(record))
        default: break
        }
    }
}
