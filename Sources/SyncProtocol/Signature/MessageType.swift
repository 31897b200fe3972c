/// What a signature was made for; it stands as `typ` in the signature's header, so that no message passes for another.
public enum MessageType: String, CaseIterable, Sendable {
    /// A node's request to sync.
    case request = "mutasi-request+jws"
    /// Whatever the coordinator answers: a reply to a sync or a join, or a problem.
    case reply = "mutasi-reply+jws"
    /// The payload of a bundle.
    case bundle = "mutasi-bundle+jws"
    /// The proof in a request to join.
    case join = "mutasi-join+jws"
    /// What the coordinator states about one bundle; see ``Receipt``.
    case receipt = "mutasi-receipt+jws"
    /// A page that a node hands in to a restored coordinator.
    case resupply = "mutasi-resupply+jws"
    /// What a command beside the coordinator asks of the process that serves, by the coordinator's own key.
    case admin = "mutasi-admin+jws"
}
