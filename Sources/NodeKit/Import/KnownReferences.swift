import Personnel

/// What the store knows already and the files of an import may refer to.
public struct KnownReferences: Equatable, Sendable {
    /// The kind of each post, by id.
    public var posts: [String: PostKind]
    /// The ids of the units.
    public var units: Set<String>
    /// Everyone the store holds, those who left included.
    public var people: Set<NIP>

    public init(posts: [String: PostKind] = [:], units: Set<String> = [], people: Set<NIP> = []) {
        self.posts = posts
        self.units = units
        self.people = people
    }
}
