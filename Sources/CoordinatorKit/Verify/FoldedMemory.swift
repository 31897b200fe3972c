import Negotiation
import SyncProtocol

/// The state of a region folded in memory from nothing.
///
/// A class, because one fold writes it through ``FoldedState`` while it is read by decisions of nobody: verification is one
/// loop on one thread.
final class FoldedMemory: FoldedState {
    struct Holding: Equatable {
        var position: Int
        var present: Bool
    }

    struct Place: Hashable {
        var reader: Reader
        var record: RecordID
    }

    private(set) var records: [RecordID: Record] = [:]
    private(set) var claims: [String: RecordID] = [:]
    private(set) var audience: [Place: Holding] = [:]

    func record(_ id: RecordID) -> Record? {
        records[id]
    }

    /// Slow: by a walk over all records. A fold does not ask for it.
    func records(linked link: Link) -> [Record] {
        records.values.filter { Links.of($0).contains(link) }.sorted { ($0.created, $0.id) < ($1.created, $1.id) }
    }

    func claim(_ tag: String) -> RecordID? {
        claims[tag]
    }

    func put(_ record: Record) {
        records[record.id] = record
    }

    func setAudience(_ reader: Reader, record: RecordID, position: Int, present: Bool, held: Int?) {
        audience[Place(reader: reader, record: record)] = Holding(position: position, present: present)
    }

    func setClaim(_ tag: String, record: RecordID) -> Bool {
        guard let holder = claims[tag] else {
            claims[tag] = record
            return true
        }
        return holder == record
    }

    func removeClaim(_ tag: String) {
        claims[tag] = nil
    }

    /// The digest of what a reader holds, added up anew from the records.
    func digests() -> [Reader: ViewDigest] {
        var digests: [Reader: ViewDigest] = [:]
        for record in records.values {
            for reader in Reader.of(record.audience) {
                digests[reader, default: ViewDigest()].add(record.leaf)
            }
        }
        return digests
    }
}
