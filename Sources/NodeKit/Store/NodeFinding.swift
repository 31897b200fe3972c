/// Something that `doctor` found wrong in a node's database.
public enum NodeFinding: Equatable, Sendable {
    /// What SQLite's own check says, a line for each fault.
    case database(String)
    /// Rows that point to rows which are not there.
    case danglingRows(Int)
    /// The stored bodies do not add up to the digest that was kept with every change.
    case replica
    /// Records that are indexed under other links than their bodies say.
    case index(records: Int)
    /// An operation or the bundle in flight is not what was written.
    case outbox

    /// Stable words.
    public var code: String {
        switch self {
        case .database: "database"
        case .danglingRows: "dangling-rows"
        case .replica: "replica"
        case .index: "index"
        case .outbox: "outbox"
        }
    }
}
