/// A post of a unit, the place that people hold and that a workload analysis is made for.
public struct PostInUnit: Hashable, Sendable {
    /// The official id of the unit (UNOR ID).
    public let unit: String
    /// The official id of the post (JABATAN ID).
    public let post: String

    public init(unit: String, post: String) {
        self.unit = unit
        self.post = post
    }
}

extension PostInUnit: Comparable {
    /// By unit, then by post, in byte order, so that every machine lists them alike.
    public static func < (left: PostInUnit, right: PostInUnit) -> Bool {
        left.unit.utf8.elementsEqual(right.unit.utf8)
            ? left.post.utf8.lexicographicallyPrecedes(right.post.utf8)
            : left.unit.utf8.lexicographicallyPrecedes(right.unit.utf8)
    }
}
