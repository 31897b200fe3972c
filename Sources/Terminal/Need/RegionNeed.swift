import Negotiation
import Personnel

/// Need, holders and floors of posts in units, whoever says them: an agency of its own, or all agencies as they published them.
public struct NeedRow: Hashable, Sendable {
    public var agency: AgencyCode
    public var unit: String
    public var unitName: String
    public var post: String
    public var postName: String
    public var need: Int?
    public var holders: Int
    public var floor: Int?
    /// Workload against working time in per mille; nil where the workload itself is not known.
    public var ratioPermille: Int?

    public var difference: Int? { need.map { $0 - holders } }

    /// Workload against working time, else need against holders, in per mille and rounded down; nil where neither is known.
    public var shownPermille: Int? {
        ratioPermille ?? need.flatMap { holders > 0 ? $0 * 1000 / holders : nil }
    }

    public var isBelowFloor: Bool { floor.map { holders < $0 } ?? false }
}

extension [NeedRow] {
    /// What agencies say of their units now; by agency, unit and post.
    public init(published needs: [UnitNeed], floorPercent: Int?) {
        self = needs.flatMap { unit in
            unit.posts.map { post in
                NeedRow(
                    agency: unit.agency, unit: unit.unit, unitName: unit.unitName, post: post.id, postName: post.name,
                    need: post.need, holders: post.holders,
                    floor: Staffing(holders: post.holders, need: post.need, ownFloor: post.floor).floor(floorPercent)?
                        .people)
            }
        }.sorted(by: Self.precedes)
    }

    private static func precedes(_ left: NeedRow, _ right: NeedRow) -> Bool {
        for (one, other) in [(left.agency.text, right.agency.text), (left.unit, right.unit), (left.post, right.post)]
        where !one.utf8.elementsEqual(other.utf8) {
            return one.utf8.lexicographicallyPrecedes(other.utf8)
        }
        return false
    }

    /// One row for each key, the numbers added up; a need that no row states stays unknown.
    public func summed(by key: (NeedRow) -> String) -> [(key: String, need: Int?, holders: Int, short: Int, below: Int)]
    {
        Dictionary(grouping: self, by: key).map { key, rows in
            let needs = rows.compactMap(\.need)
            return (
                key: key, need: needs.isEmpty ? nil : needs.reduce(0, +), holders: rows.reduce(0) { $0 + $1.holders },
                short: rows.reduce(0) { $0 + Swift.max($1.difference ?? 0, 0) },
                below: rows.count(where: \.isBelowFloor)
            )
        }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
}

extension UnitNeed {
    /// The people that must stay in the unit: the larger one of its own number and the policy's share of what its posts need together.
    func floor(_ percent: Int?) -> Int? {
        staffing().floor(percent)?.people
    }
}

extension UnitNeed.Post {
    /// The same of the post.
    func floor(_ percent: Int?) -> Int? {
        Staffing(holders: 0, need: need, ownFloor: floor).floor(percent)?.people
    }
}
