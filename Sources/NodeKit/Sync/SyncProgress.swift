import SyncProtocol

/// What one exchange brought.
public struct SyncProgress: Sendable {
    /// How the replica compares with the coordinator's statement.
    public enum Agreement: Equatable, Sendable {
        /// More pages are to come.
        case open
        case agrees
        /// It did not, and a second copy is received from the start.
        case rebuilding
        /// It does not, and a rebuild did not help or was tried today.
        case diverged
    }

    /// Of the bundle's operations, in its order.
    public var outcomes: [OperationOutcome]
    /// Records and retractions in the page.
    public var changes: Int
    public var agreement: Agreement
    /// Whether the cursor moved.
    public var hasMoved: Bool
    /// Drafts that the next bundle may take: none that is held, or waits with a held one.
    public var drafts: Int
    public var nextSeconds: Int
    /// Earlier operations that ended otherwise than before, after a restore of the coordinator.
    public var corrected: [OperationOutcome] = []
    /// Whether the reply brought receipts of earlier bundles: the next one may bring more.
    public var hasCorrections = false

    /// Whether another exchange at once would bring or send something.
    public var hasMore: Bool {
        agreement == .open || agreement == .rebuilding || drafts > 0 || hasCorrections
    }
}
