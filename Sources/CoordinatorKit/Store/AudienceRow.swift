import Negotiation

/// The position at which a reader last gained, lost or got a record anew.
public struct AudienceRow: Equatable, Sendable {
    public var reader: Reader
    public var record: RecordID
    public var position: Int
    /// False when the reader lost it.
    public var present: Bool

    public init(reader: Reader, record: RecordID, position: Int, present: Bool) {
        self.reader = reader
        self.record = record
        self.position = position
        self.present = present
    }
}
