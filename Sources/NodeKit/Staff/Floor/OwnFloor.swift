/// The people that the agency itself wants to keep in a post of a unit, or in a whole unit (*batas minimal petugas*).
public struct OwnFloor: Equatable, Sendable {
    /// Who wrote it: an import may take back only what an import wrote.
    public enum Origin: String, Sendable, CaseIterable {
        /// The file `batas-minimal.csv`.
        case file
        /// An operator's command.
        case typed
    }

    /// The largest number.
    public static let limit = 100_000

    public var unit: String
    /// Nil for the whole unit.
    public var post: String?
    public var people: Int
    public var origin: Origin

    /// - Parameter people: brought into 0 to ``limit``.
    public init(unit: String, post: String? = nil, people: Int, origin: Origin) {
        self.unit = unit
        self.post = post
        self.people = min(max(people, 0), Self.limit)
        self.origin = origin
    }
}
