/// Why a draft waits for a person before it may go out.
public enum HoldReason: String, CaseIterable, Sendable {
    /// It came back from a copy of the node that the coordinator had gone past: it may have been withdrawn since.
    case olderCopy = "older-copy"
    /// It came back from a backup: it may have been withdrawn since.
    case backup
    /// The coordinator could not read it.
    case unreadable
}
