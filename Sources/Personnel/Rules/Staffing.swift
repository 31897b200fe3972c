/// People against the need and the floor, of a post in a unit or of a whole unit.
public struct Staffing: Hashable, Sendable {
    /// The most people that are counted.
    static let limit = 1_000_000

    /// Who serves there, in hundredths of a person: who is lent for a part of the time counts with the rest.
    public var hundredths: Int
    /// After the workload analysis; nil without one.
    public var need: Int?
    /// The floor that the agency set itself (*batas minimal petugas*); nil when it set none.
    public var ownFloor: Int?

    public init(hundredths: Int, need: Int? = nil, ownFloor: Int? = nil) {
        self.hundredths = min(max(hundredths, 0), Self.limit * 100)
        self.need = need
        self.ownFloor = ownFloor
    }

    /// People who serve there with all of their time.
    public init(holders: Int, need: Int?, ownFloor: Int? = nil) {
        self.init(hundredths: min(max(holders, 0), Self.limit) * 100, need: need, ownFloor: ownFloor)
    }

    /// The people as text: whole ones as a number, else with two decimals after a point.
    public var people: String {
        let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
        return part == 0 ? String(whole) : "\(whole).\(part < 10 ? "0" : "")\(part)"
    }

    /// The people that must stay: the larger one of the agency's own number and the share of the need, rounded up. Nil when neither
    /// is known.
    ///
    /// - Parameter percent: the share that the policy asks to keep; nil when it asks for none.
    public func floor(_ percent: Int?) -> Floor? {
        let share = need.flatMap { need in percent.map { Self.share(of: need, $0) } }
        guard let own = ownFloor, own > share ?? -1 else { return share.map { Floor(people: $0, isOwn: false) } }
        return Floor(people: min(own, Self.limit), isOwn: true)
    }

    /// A floor and where it comes from.
    public struct Floor: Hashable, Sendable {
        public var people: Int
        /// Whether it is the agency's own number, and not the policy's share of the need.
        public var isOwn: Bool
    }

    /// The people that must stay of a need: the share, rounded up.
    static func share(of need: Int, _ percent: Int) -> Int {
        let bounded = min(max(need, 0), limit)
        return (bounded * min(max(percent, 0), 100) + 99) / 100
    }
}
