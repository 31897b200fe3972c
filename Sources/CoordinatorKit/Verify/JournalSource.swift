import Negotiation

/// A journal and its bundles, wherever they lie.
public protocol JournalSource {
    /// Entries with a position above this one, in order, at most `limit`.
    func entries(after position: Int, limit: Int) throws -> [StoredEntry]
    /// The bundle with this number; exact bytes as received.
    func bundle(_ instance: InstanceID, number: Int) throws -> [UInt8]?
}
