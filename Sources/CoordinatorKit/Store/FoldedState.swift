import Negotiation

/// What a fold of effects writes to: the store while deciding, memory while verifying.
public protocol FoldedState: RecordReader {
    /// Inserts the record or replaces the one with its id, and indexes it under exactly `Links.of`.
    func put(_ record: Record) throws
    /// Writes that at this position the reader gained or got anew (`present`), or lost, the record; `held` is since when the
    /// reader holds what it has of the record, nil when it holds nothing.
    func setAudience(_ reader: Reader, record: RecordID, position: Int, present: Bool, held: Int?) throws
    /// Gives a tag that nothing holds to the record; false when another one holds it.
    func setClaim(_ tag: String, record: RecordID) throws -> Bool
    func removeClaim(_ tag: String) throws
}
