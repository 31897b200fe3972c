/// A post that a staff member may hold, and what it is worth that she does.
public struct ScoredEdge: Equatable, Hashable, Sendable {
    public var staff: Int32
    public var post: Int32
    public var score: Int32

    public init(staff: Int32, post: Int32, score: Int32) {
        self.staff = staff
        self.post = post
        self.score = score
    }
}

/// An edge as its staff member sees it.
public struct ScoredPost: Equatable, Hashable, Sendable {
    public var post: Int32
    public var score: Int32
}
