import Negotiation

/// What one transaction has looked up already: row numbers never change while it runs, because it is the only writer.
///
/// A class, because ``SQLiteTransaction`` is a value that is passed around. ``forget()`` after anything was undone.
final class TransactionMemo {
    /// Enough for the records of a group; beyond it the memo begins anew.
    private static let recordLimit = 10_000

    /// Row numbers of agencies that are there.
    var agencies: [AgencyCode: Int64] = [:]
    /// The row of the bundle that the last entry named.
    var bundle: (instance: InstanceID, number: Int, row: Int64)?
    /// The record that the last put inserted: no reader has lost it.
    var made: RecordID?
    /// Views of records, which stay right whatever is undone.
    let shelf = RecordShelf()
    private var numbers: [RecordID: Int64?] = [:]
    /// Short lists only: the region, an agency. A list goes when a record comes to it, changes in it or leaves it.
    private var lists: [[UInt8]: [Record]] = [:]
    private static let listLimit = 4
    /// Long or not: every operation asks whether the policy in force wants a second person.
    private static let asksAlways = Link.kind(.policy)

    /// The row number of a record; `.some(nil)` when it is known not to be there.
    func number(of record: RecordID) -> Int64?? {
        numbers[record]
    }

    func keep(_ number: Int64?, of record: RecordID) {
        if numbers.count >= Self.recordLimit {
            numbers.removeAll(keepingCapacity: true)
        }
        numbers[record] = .some(number)
    }

    func records(linked link: Link) -> [Record]? {
        lists[Self.key(link)]
    }

    func keep(_ records: [Record], linked link: Link) {
        if records.count <= Self.listLimit || link == Self.asksAlways {
            lists[Self.key(link)] = records
        }
    }

    /// Before a record is put that stood, or will stand, under these links.
    func forget(_ links: [Link]) {
        for link in links {
            lists[Self.key(link)] = nil
        }
    }

    /// The link's bytes: two spellings that Swift holds equal are two links. No name or value has a zero in it.
    private static func key(_ link: Link) -> [UInt8] {
        Array(link.name.utf8) + [0] + Array(link.value.utf8)
    }

    func forget() {
        lists = [:]
        made = nil
        agencies = [:]
        bundle = nil
        numbers = [:]
    }
}
