import GRDB
import Negotiation
import Personnel
import StrictJSON
import SyncProtocol

/// What a registry does when a transfer of its agency starts: the bridge between the replica and the staff tables.
///
/// Home's person leaves and the personnel file goes out, sealed to the receiving registry; there the person stands once the
/// file has come, its receipt goes back and a card is drafted. A secondment adds its dated assignment at home and a guest
/// at the receiver. Each happens once however often a record comes. What does not fit the staff data is left alone and
/// listed by ``NodeStore/unresolvedTransfers()``; it never stops an exchange.
public struct RegistryTransfers: Sendable {
    /// Who recorded the operations that follow from a page.
    public static let actor = "mutasi-node"

    /// The kinds of records that have an effect here.
    public static let kinds: [RecordKind] = [.transfer, .disclosure, .training, .reorganisation]

    let identity: NodeIdentity
    let clock: @Sendable () -> Stamp

    public init(_ identity: NodeIdentity, clock: @escaping @Sendable () -> Stamp = { .now() }) {
        self.identity = identity
        self.clock = clock
    }

    /// For ``SyncSession``; nil at a node that is no registry.
    public static func effects(
        of store: NodeStore, clock: @escaping @Sendable () -> Stamp = { .now() }
    ) -> RegistryEffects? {
        guard store.identity.isRegistry else { return nil }
        let transfers = RegistryTransfers(store.identity, clock: clock)
        return { try transfers.apply($0, $1) }
    }

    func apply(_ database: Database, _ changes: [ReplicaChange]) throws -> [Draft] {
        let page = try Page(database)
        var drafts: [Draft] = []
        for change in changes {
            guard case .record(let id, let kind, _, _, _) = change, let record = try page.reader.record(id) else {
                continue
            }
            drafts += try contained(page) {
                switch kind {
                case .transfer: return try (try? Transfer(record)).map { try apply($0, page) } ?? []
                case .disclosure: try (try? Disclosure(record)).map { try disclose($0, page) }
                case .reorganisation: try (try? Reorganisation(record)).map { try takeOver($0, page) }
                case .training: try (try? Negotiation.Training(record)).map { try train($0, page) }
                default: break
                }
                return []
            }
        }
        _ = try page.today.map { try TransferEffects.returns(on: $0, in: database) }
        return drafts
    }

    /// What one record asks of the staff data, in a savepoint: when its content cannot be taken, nothing of it is, and the page
    /// goes on, because others wrote that content and could stop this node for good with it. The storage's own failures and
    /// damage go through.
    private func contained(_ page: Page, _ body: () throws -> [Draft]) throws -> [Draft] {
        var drafts: [Draft] = []
        do {
            try page.database.inSavepoint {
                drafts = try body()
                return .commit
            }
        } catch let failure as NodeFailure where [.badDraft, .limit].contains(failure.code) {
            return []
        } catch let error as StaffError where error.code != .damagedRow {
            return []
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            return []
        }
        return drafts
    }

    /// Everything that a transfer in this state asks of this registry and that was not done yet.
    func apply(_ transfer: Transfer, _ page: Page) throws -> [Draft] {
        guard transfer.home == identity.agency || transfer.receiving == identity.agency,
            let started = StartedTransfer(
                transfer, vacancy: try page.view(transfer.vacancy, Vacancy.init),
                document: try page.view(transfer.document, Document.init))
        else { return [] }
        var drafts = try start(started, of: transfer, page)
        if transfer.received == nil, let name = transfer.fileAttachment {
            drafts += try receiveFile(name, started, offer: transfer.offer, page)
        }
        return drafts
    }

    /// The start's own effect. Home's person does not leave as long as the file that goes along cannot be made.
    private func start(_ started: StartedTransfer, of transfer: Transfer, _ page: Page) throws -> [Draft] {
        var drafts: [Draft]? = []
        try page.database.inSavepoint {
            switch try TransferEffects.start(started, at: identity.agency, in: page.database) {
            case .left(let nip):
                // To an agency without a node it goes on paper.
                guard transfer.ended?.reason != Transfer.onPaper else { break }
                drafts = try sendFile(of: nip, started, page).map { [$0] }
            case .hosts:
                for record in try page.reader.records(linked: Link("offer", transfer.offer.text))
                where record.kind == .disclosure {
                    _ = try (try? Disclosure(record)).map { try disclose($0, page) }
                }
            case .movedInside(let nip): drafts = try postCard(of: nip, started, page)
            case .none, .awaitsFile, .seconded, .arrived, .unresolved: break
            }
            return drafts == nil ? .rollback : .commit
        }
        return drafts ?? []
    }

    /// A confirmed course joins the person's training history, and so goes along with the personnel file.
    private func train(_ training: Negotiation.Training, _ page: Page) throws {
        guard training.home == identity.agency, let confirmed = training.confirmed,
            let date = confirmed.text("date").flatMap(CivilDate.init(iso:)),
            let offer = try page.view(training.offer, Offer.init),
            let nip = try StaffReader(page.database).person(ofCard: offer.card)
        else { return }
        let course = Personnel.Training(
            name: "Pelatihan \(training.competence) (\(training.provider))", hours: training.confirmedHours, date: date,
            competence: training.competence)
        try StaffWriter(page.database).put(course, of: nip)
    }

    private func disclose(_ disclosure: Disclosure, _ page: Page) throws {
        guard disclosure.receiving == identity.agency,
            let offer = try page.view(disclosure.offer, Offer.init),
            let bytes = try page.reader.attachment(disclosure.profile)?.bytes,
            let profile = try? DisclosedProfile(parsing: bytes)
        else { return }
        try TransferEffects.disclose(profile, ofCard: offer.card, in: page.database)
    }
}
