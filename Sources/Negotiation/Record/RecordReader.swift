/// What a decision may look at: the records as they stand before it.
///
/// A reader throws only when its storage fails; a decision lets that error through and is then no decision at all.
public protocol RecordReader {
    /// The record with this id, or nil.
    func record(_ id: RecordID) throws -> Record?
    /// All records indexed under this link, ordered by the position at which they were made, then by id.
    func records(linked link: Link) throws -> [Record]
    /// The record that holds this unique tag, or nil.
    func claim(_ tag: String) throws -> RecordID?
    /// Where what was read in a record's body is kept for the next decision; nil when nothing is kept.
    var shelf: RecordShelf? { get }
}

extension RecordReader {
    public var shelf: RecordShelf? { nil }
}
