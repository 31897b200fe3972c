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

        /// The public key to which a personnel file for this agency is sealed; nil without a registry.
        func boxKey(of agency: AgencyCode) throws -> [UInt8]? {
            let record = try reader.records(linked: Link("agency", agency.text)).first
            return record.flatMap { try? Agency($0) }?.registry.flatMap { Base64URL.decode($0.box) }
        }
    }
}
