/// The first place at which a journal, its evidence and the state do not agree.
public struct JournalDamage: Error, Equatable, Sendable, CustomStringConvertible {
    public enum Code: String, Sendable, CaseIterable {
        /// A position is missing, or the head is not the last one.
        case position
        /// An entry's bytes cannot be read, or do not say what their row says.
        case entry
        /// The operation is not the one in its bundle, or is no operation.
        case operation
        /// A bundle holds an operation that was never decided.
        case undecided
        /// The bundle is missing, unreadable, not the next of its instance or not signed by the key that the node had.
        case bundle
        /// An epoch that no `epoch.begin` began, or the list of epochs is not the journal's.
        case epoch
        /// The same bytes were decided twice, or the list of decided operations is not the journal's.
        case decided
        /// The effects cannot be applied.
        case effects
        case record
        case link
        case claim
        case audience
        case digest
        /// A stored hash of the tree, its edge, or a root that was stated to nodes is not that of the entries.
        case tree
        /// The signed checkpoint of a file is not that of its entries.
        case checkpoint
        /// Bytes of a file are not those that were written: the message says from which byte on.
        case file
        case day
        /// The region's row does not say what its record says.
        case region
        /// A node's row does not have the key, the agency or the last bundle that the journal gives it.
        case node
    }

    public var code: Code
    /// The journal position of the first difference; for state, that of the record's last change, or the head.
    public var position: Int
    /// Which record, tag or reader, and what differs; no bodies.
    public var message: String

    public init(_ code: Code, at position: Int, _ message: String) {
        self.code = code
        self.position = position
        self.message = message
    }

    public var description: String { "position \(position): \(code.rawValue): \(message)" }
}
