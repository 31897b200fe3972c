/// Gathers edges into rows by staff, in the order of posts. Edges that come in order need no second copy.
struct AssignmentRows {
    private let staff: Int
    private let posts: Int
    private var entries: [ScoredPost] = []
    /// [edge] whose it is; empty while edges come in order.
    private var owners: [Int32] = []
    /// [staff + 1] edges of the staff before, while edges come in order.
    private var starts: [Int32]
    private var last = ScoredEdge(staff: 0, post: -1, score: 0)
    private var isOrdered = true

    init(staff: Int, posts: Int) {
        self.staff = staff
        self.posts = posts
        starts = [Int32](repeating: 0, count: staff + 1)
    }

    mutating func reserve(_ count: Int) {
        entries.reserveCapacity(count)
    }

    mutating func add(_ edge: ScoredEdge) throws(AssignmentError) {
        guard edge.staff >= 0, edge.staff < staff else {
            throw AssignmentError(.range, "no staff member \(edge.staff)")
        }
        guard edge.post >= 0, edge.post < posts else { throw AssignmentError(.range, "no post \(edge.post)") }
        guard edge.score >= -AssignmentLimits.score, edge.score <= AssignmentLimits.score else {
            throw AssignmentError(.range, "the score \(edge.score)")
        }
        guard entries.count < AssignmentLimits.edges else {
            throw AssignmentError(.limit, "more than \(AssignmentLimits.edges) edges")
        }
        if isOrdered, (edge.staff, edge.post) <= (last.staff, last.post) {
            guard (edge.staff, edge.post) < (last.staff, last.post) else { throw Self.twice(edge.staff, edge.post) }
            rememberOwners()
        }
        if !isOrdered {
            owners.append(edge.staff)
        }
        starts[Int(edge.staff) + 1] += 1
        entries.append(ScoredPost(post: edge.post, score: edge.score))
        last = edge
    }

    private mutating func rememberOwners() {
        isOrdered = false
        owners.reserveCapacity(entries.capacity)
        for index in 0..<staff where starts[index + 1] > 0 {
            owners.append(contentsOf: repeatElement(Int32(index), count: Int(starts[index + 1])))
        }
    }

    /// Where each staff member's edges begin, and the edges.
    consuming func finish() throws(AssignmentError) -> (starts: [Int32], entries: [ScoredPost]) {
        for index in 0..<staff {
            starts[index + 1] += starts[index]
        }
        guard !isOrdered else { return (starts, entries) }
        // By post and then by staff, each time without changing the order of equals: so rows come in the order of posts.
        let byPost = Self.counted(entries.map(\.post), posts)
        let byStaff = Self.counted(byPost.map { owners[Int($0)] }, staff)
        var sorted: [ScoredPost] = []
        sorted.reserveCapacity(entries.count)
        var row: Int32 = -1
        var post: Int32 = -1
        for place in byStaff {
            let edge = Int(byPost[Int(place)])
            let entry = entries[edge]
            if owners[edge] == row, entry.post == post { throw Self.twice(row, post) }
            (row, post) = (owners[edge], entry.post)
            sorted.append(entry)
        }
        return (starts, sorted)
    }

    /// The places of the keys in their order, equal keys in the order of their places.
    private static func counted(_ keys: [Int32], _ limit: Int) -> [Int32] {
        var next = [Int32](repeating: 0, count: limit + 1)
        for key in keys {
            next[Int(key) + 1] += 1
        }
        for key in 0..<limit {
            next[key + 1] += next[key]
        }
        var places = [Int32](repeating: 0, count: keys.count)
        for (place, key) in keys.enumerated() {
            places[Int(next[Int(key)])] = Int32(place)
            next[Int(key)] += 1
        }
        return places
    }

    private static func twice(_ staff: Int32, _ post: Int32) -> AssignmentError {
        AssignmentError(.duplicate, "staff member \(staff) has two edges to post \(post)")
    }
}
