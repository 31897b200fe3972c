/// Edges by one of their ends, each row in the order of the other end; rows can lose and gain edges.
///
/// Numbers are trusted: they come from a checked ``AssignmentProblem``. Unchecked memory, because bounds and exclusivity checks
/// take a third of a solve.
final class EdgeRows {
    struct Entry {
        var other: Int32
        var score: Int32
    }

    let rowCount: Int
    /// [row] place of its first entry.
    let starts: UnsafeMutablePointer<Int32>
    /// [row] its entries.
    let counts: UnsafeMutablePointer<Int32>
    /// [row] entries that it has room for.
    private let rooms: UnsafeMutablePointer<Int32>
    private(set) var entries: UnsafeMutablePointer<Entry>
    private var used: Int
    private var capacity: Int

    /// Rows of a problem's staff.
    init(staffOf problem: AssignmentProblem) {
        rowCount = problem.staffCount
        starts = .allocate(capacity: rowCount + 1)
        counts = .allocate(capacity: rowCount + 1)
        rooms = .allocate(capacity: rowCount + 1)
        used = problem.edgeCount
        capacity = max(used, 1)
        entries = .allocate(capacity: capacity)
        for row in 0..<rowCount {
            let begin = problem.rowStarts[row]
            starts[row] = begin
            counts[row] = problem.rowStarts[row + 1] - begin
            rooms[row] = counts[row]
        }
        problem.entries.withUnsafeBufferPointer { source in
            for (place, entry) in source.enumerated() {
                entries[place] = Entry(other: entry.post, score: entry.score)
            }
        }
    }

    /// The same edges by their other end.
    init(turning rows: EdgeRows, count: Int) {
        rowCount = count
        starts = .allocate(capacity: rowCount + 1)
        counts = .allocate(capacity: rowCount + 1)
        rooms = .allocate(capacity: rowCount + 1)
        counts.initialize(repeating: 0, count: rowCount + 1)
        var total = 0
        for row in 0..<rows.rowCount {
            let begin = rows.entries + Int(rows.starts[row])
            for place in 0..<Int(rows.counts[row]) {
                counts[Int(begin[place].other)] &+= 1
            }
            total += Int(rows.counts[row])
        }
        used = total
        capacity = max(used, 1)
        entries = .allocate(capacity: capacity)
        var next: Int32 = 0
        for row in 0..<rowCount {
            starts[row] = next
            rooms[row] = counts[row]
            next += counts[row]
            counts[row] = 0
        }
        for row in 0..<rows.rowCount {
            let begin = rows.entries + Int(rows.starts[row])
            for place in 0..<Int(rows.counts[row]) {
                let entry = begin[place]
                let other = Int(entry.other)
                entries[Int(starts[other] &+ counts[other])] = Entry(other: Int32(row), score: entry.score)
                counts[other] &+= 1
            }
        }
    }

    deinit {
        starts.deallocate()
        counts.deallocate()
        rooms.deallocate()
        entries.deallocate()
    }

    /// Where an edge stands in its row, or would stand.
    private func find(_ row: Int, _ other: Int32) -> (place: Int, isThere: Bool) {
        let begin = entries + Int(starts[row])
        var (low, high) = (0, Int(counts[row]))
        while low < high {
            let middle = (low + high) / 2
            if begin[middle].other < other {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return (low, low < Int(counts[row]) && begin[low].other == other)
    }

    func score(_ row: Int, _ other: Int) -> Int32? {
        let (place, isThere) = find(row, Int32(other))
        return isThere ? entries[Int(starts[row]) + place].score : nil
    }

    func remove(_ row: Int, _ other: Int) {
        let (place, isThere) = find(row, Int32(other))
        guard isThere else { return }
        let begin = entries + Int(starts[row])
        for index in place..<Int(counts[row]) - 1 {
            begin[index] = begin[index + 1]
        }
        counts[row] -= 1
    }

    /// Adds an edge, or gives it another score.
    func set(_ row: Int, _ other: Int, _ score: Int32) {
        let (place, isThere) = find(row, Int32(other))
        guard !isThere else {
            entries[Int(starts[row]) + place].score = score
            return
        }
        if counts[row] == rooms[row] {
            move(row)
        }
        let begin = entries + Int(starts[row])
        var index = Int(counts[row])
        while index > place {
            begin[index] = begin[index - 1]
            index -= 1
        }
        begin[place] = Entry(other: Int32(other), score: score)
        counts[row] += 1
    }

    /// Gives a full row a new place with more room.
    private func move(_ row: Int) {
        let room = Int(rooms[row]) + max(4, Int(rooms[row]) / 2)
        if used + room > capacity {
            let larger = max(used + room, capacity + capacity / 8)
            let moved = UnsafeMutablePointer<Entry>.allocate(capacity: larger)
            moved.moveInitialize(from: entries, count: used)
            entries.deallocate()
            entries = moved
            capacity = larger
        }
        (entries + used).update(from: entries + Int(starts[row]), count: Int(counts[row]))
        starts[row] = Int32(used)
        rooms[row] = Int32(room)
        used += room
    }
}
