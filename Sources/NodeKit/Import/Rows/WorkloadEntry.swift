import Personnel

/// One row of `abk.csv`: a task of one post in one unit.
public struct WorkloadEntry: Equatable, Sendable {
    public let number: Int
    public let postID: String
    public let unitID: String
    public let row: WorkloadRow
}
