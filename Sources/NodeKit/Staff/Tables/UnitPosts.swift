import GRDB
import Personnel

/// A unit with the posts that people hold in it.
public struct UnitPosts: Equatable, Sendable {
    public struct Held: Equatable, Sendable {
        public var post: Post
        /// How many active people hold it definitively.
        public var holders: Int
    }

    public var unit: Personnel.Unit
    public var posts: [Held]
}

extension StaffReader {
    /// The units that have active people on a day, with their posts; by id in byte order.
    public func unitPosts(on day: CivilDate) throws -> [UnitPosts] {
        var counts: [String: [String: Int]] = [:]
        for sheet in try sheets() where sheet.person.isActive {
            guard let held = sheet.definitiveAssignment(on: day)?.assignment else { continue }
            counts[held.unitID, default: [:]][held.postID, default: 0] += 1
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
