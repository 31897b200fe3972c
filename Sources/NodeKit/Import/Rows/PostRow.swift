import Personnel

/// One row of a reference file of posts.
public struct PostRow: Equatable, Sendable {
    public let number: Int
    public let post: Post
}
