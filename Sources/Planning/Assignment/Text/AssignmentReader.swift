/// Reads the planner's text format, piece by piece, so that a file never stands in memory as a whole.
///
///     p STAFF POSTS UNITS      first line: how many
///     u UNIT MIN               once for each unit: its fewest holders
///     s STAFF HOMEUNIT         once for each staff member
///     j POST UNIT              once for each post
///     e STAFF POST SCORE       a post that a staff member may hold
///     q UNIT MAX               optional: its most holders
///     t UNIT PARENT            optional: the unit that it is part of
///
/// Numbers are decimal without leading zeros, ids from 0, one space between fields, a line feed after each line (the last one's
/// may be absent). After the first line, the order is free. Nothing else is taken: no comments, no empty lines.
public struct AssignmentReader {
    /// Longer lines are refused unread.
    static let lineLimit = 64
    private static let absent: Int32 = -1

    private var line = 0
    /// The beginning of a line whose end has not come yet.
    private var carried: [UInt8] = []
    private var isStarted = false
    private var homes: [Int32] = []
    private var postGroups: [Int32] = []
    private var groups: [StaffingGroup] = []
    private var rows = AssignmentRows(staff: 0, posts: 0)
    private var failure: AssignmentError?

    public init() {}

    /// Throws ``AssignmentError`` with the number of the line; after that, nothing more is read.
    public static func read(_ bytes: some Sequence<UInt8>) throws(AssignmentError) -> AssignmentProblem {
        var reader = AssignmentReader()
        let whole = [UInt8](bytes)
        let result = whole.withUnsafeBytes { piece in
            Result { () throws(AssignmentError) in try reader.take(piece) }
        }
        try result.get()
        return try reader.finish()
    }

    /// The next piece, cut anywhere. Throws ``AssignmentError``.
    public mutating func take(_ piece: UnsafeRawBufferPointer) throws(AssignmentError) {
        if let failure { throw failure }
        do throws(AssignmentError) {
            try takeLines(piece)
        } catch {
            var placed = error
            placed.line = line
            failure = placed
            throw placed
        }
    }

    /// The problem, once all pieces are taken. Throws ``AssignmentError``.
    public consuming func finish() throws(AssignmentError) -> AssignmentProblem {
        if let failure { throw failure }
        if !carried.isEmpty {
            let last = carried + [UInt8(ascii: "\n")]
            carried = []
            let result = last.withUnsafeBytes { piece in
                Result { () throws(AssignmentError) in try take(piece) }
            }
            try result.get()
        }
        guard isStarted else { throw AssignmentError(.missing, "no line p") }
        if let unit = groups.firstIndex(where: { $0.minimum == Self.absent }) {
            throw AssignmentError(.missing, "no line u \(unit)")
        }
        if let staff = homes.firstIndex(of: Self.absent) { throw AssignmentError(.missing, "no line s \(staff)") }
        if let post = postGroups.firstIndex(of: Self.absent) { throw AssignmentError(.missing, "no line j \(post)") }
        return try AssignmentProblem(homes: homes, postGroups: postGroups, groups: groups, rows: rows)
    }

    private mutating func takeLines(_ piece: UnsafeRawBufferPointer) throws(AssignmentError) {
        var start = 0
        while start < piece.count {
            var end = start
            let limit = min(piece.count, start + Self.lineLimit)
            while end < limit, piece[end] != UInt8(ascii: "\n") {
                end += 1
            }
            let isWhole = end < piece.count && piece[end] == UInt8(ascii: "\n")
            guard carried.count + end - start < Self.lineLimit, isWhole || end == piece.count else {
                line += 1
                throw AssignmentError(.limit, "the line is longer than \(Self.lineLimit) bytes")
            }
            let part = UnsafeRawBufferPointer(rebasing: piece[start..<end])
            guard isWhole else {
                carried.append(contentsOf: part)
                return
            }
            line += 1
            if carried.isEmpty {
                try take(AssignmentLine(part))
            } else {
                let whole = carried + part
                carried = []
                let result = whole.withUnsafeBytes { bytes in
                    Result { () throws(AssignmentError) in try take(AssignmentLine(bytes)) }
                }
                try result.get()
            }
            start = end + 1
        }
    }

    private mutating func take(_ parsed: AssignmentLine) throws(AssignmentError) {
        guard isStarted else {
            guard parsed.kind == UInt8(ascii: "p") else {
                throw AssignmentError(.missing, "the first line is p STAFF POSTS UNITS")
            }
            return try start(parsed)
        }
        let (first, second) = (parsed.first, parsed.second)
        switch parsed.kind {
        case UInt8(ascii: "e"):
            try rows.add(ScoredEdge(staff: first, post: second, score: parsed.third))
        case UInt8(ascii: "s"):
            try Self.set(&homes, first, to: second, groups.count, "staff member")
        case UInt8(ascii: "j"):
            try Self.set(&postGroups, first, to: second, groups.count, "post")
        case UInt8(ascii: "u"):
            try checkUnit(first)
            guard groups[Int(first)].minimum == Self.absent else { throw Self.twice("the minimum of unit", first) }
            groups[Int(first)].minimum = second
        case UInt8(ascii: "q"):
            try checkUnit(first)
            guard groups[Int(first)].maximum == nil else { throw Self.twice("the maximum of unit", first) }
            groups[Int(first)].maximum = second
        case UInt8(ascii: "t"):
            try checkUnit(first)
            try checkUnit(second)
            guard groups[Int(first)].parent == nil else { throw Self.twice("the parent of unit", first) }
            groups[Int(first)].parent = second
        default:
            throw AssignmentError(.duplicate, "a second line p")
        }
    }

    private mutating func start(_ parsed: AssignmentLine) throws(AssignmentError) {
        let (staff, posts, units) = (Int(parsed.first), Int(parsed.second), Int(parsed.third))
        try AssignmentProblem.checkCounts(staff: staff, posts: posts, groups: units, edges: 0)
        isStarted = true
        homes = [Int32](repeating: Self.absent, count: staff)
        postGroups = [Int32](repeating: Self.absent, count: posts)
        groups = [StaffingGroup](repeating: StaffingGroup(minimum: Self.absent), count: units)
        rows = AssignmentRows(staff: staff, posts: posts)
    }

    private func checkUnit(_ unit: Int32) throws(AssignmentError) {
        guard groups.indices.contains(Int(unit)) else { throw AssignmentError(.range, "no unit \(unit)") }
    }

    private static func set(
        _ list: inout [Int32], _ index: Int32, to unit: Int32, _ units: Int, _ what: String
    ) throws(AssignmentError) {
        guard list.indices.contains(Int(index)) else { throw AssignmentError(.range, "no \(what) \(index)") }
        guard unit < units else { throw AssignmentError(.range, "no unit \(unit)") }
        guard list[Int(index)] == absent else { throw twice("the unit of \(what)", index) }
        list[Int(index)] = unit
    }

    private static func twice(_ what: String, _ id: Int32) -> AssignmentError {
        AssignmentError(.duplicate, "\(what) \(id) is said twice")
    }
}
