import GRDB
import Negotiation
import Personnel

/// A unit with the posts that people hold in it.
public struct UnitPosts: Equatable, Sendable {
    public struct Held: Equatable, Sendable {
        public var post: Post
        /// How many active people hold it definitively, those who came by a decree included.
        public var holders: Int
    }

    public var unit: Personnel.Unit
    public var posts: [Held]
}

extension StaffReader {
    /// The units that have active people on a day, with their posts; by id in byte order.
    ///
    /// - Parameter movements: what decrees say of the day beside the rows.
    public func unitPosts(on day: CivilDate, _ movements: Movements = .none) throws -> [UnitPosts] {
        var counts: [String: [String: Int]] = [:]
        let gone = Set(movements.leaving.filter { $0.effect == .definitive }.compactMap(\.nip))
        let come = movements.arriving.filter { $0.effect == .definitive }
        for sheet in try sheets() where sheet.person.isActive && !gone.contains(sheet.person.nip) {
            guard let held = sheet.definitiveAssignment(on: day)?.assignment else { continue }
            guard !come.contains(where: { $0.nip == sheet.person.nip }) else { continue }
            counts[held.unitID, default: [:]][held.postID, default: 0] += 1
        }
        for move in come {
            counts[move.place.unitID, default: [:]][move.place.post.id, default: 0] += 1
        }
        return try counts.keys.sorted().map { id in
            let held = try (counts[id] ?? [:]).sorted { $0.key < $1.key }.map { post, holders in
                let known = try self.post(post) ?? Post(id: post, name: post, kind: .pelaksana)
                return UnitPosts.Held(post: known, holders: holders)
            }
            return UnitPosts(unit: try unit(id) ?? Personnel.Unit(id: id, name: id), posts: held)
        }
    }
}
