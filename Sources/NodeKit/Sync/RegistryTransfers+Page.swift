import GRDB
import Negotiation
import Personnel
import SyncProtocol

extension RegistryTransfers {
    /// The replica as a page left it, inside the transaction that absorbs the page.
    struct Page {
        let database: Database
        let reader: ReplicaReader
        /// The day that the page brought, or the last one before it.
        let today: CivilDate?

        init(_ database: Database) throws {
            self.database = database
            let state = try SyncState(database)
            reader = ReplicaReader(database, generation: state.target)
            today = state.day.flatMap(CivilDate.init(iso:))
        }

        /// A record read in its kind's view; nil when it is not here or reads as nothing.
        func view<View>(_ id: RecordID, _ view: (Negotiation.Record) throws -> View) throws -> View? {
            try reader.record(id).flatMap { try? view($0) }
        }

        /// Whom home disclosed for the offer; nil when it disclosed nobody, or the profile has not come.
        func disclosedPerson(of offer: RecordID) throws -> NIP? {
            try disclosedProfile(of: offer)?.nip
        }

        /// What home disclosed of the person of an offer; nil when it disclosed nobody, or the profile has not come.
        func disclosedProfile(of offer: RecordID) throws -> DisclosedProfile? {
            let disclosures = try reader.records(linked: Link("offer", offer.text)).filter { $0.kind == .disclosure }
            guard let profile = disclosures.last.flatMap({ try? Disclosure($0) })?.profile,
                let bytes = try reader.attachment(profile)?.bytes
            else { return nil }
            return try? DisclosedProfile(parsing: bytes)
        }

        /// The public key to which a personnel file for this agency is sealed; nil without a registry.
        func boxKey(of agency: AgencyCode) throws -> [UInt8]? {
            let record = try reader.records(linked: Link("agency", agency.text)).first
            return record.flatMap { try? Agency($0) }?.registry.flatMap { Base64URL.decode($0.box) }
        }
    }
}
