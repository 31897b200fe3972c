/// What a shortest-path search has found so far: distances, ways, and a heap of what to look at next.
///
/// Nodes come off the heap by distance and then by number, which makes every search deterministic. What was touched is listed,
/// so that a search costs what it looks at and not what there is.
struct PathSearch {
    static let unreached = Int64.max
    /// The way of the node that a search began at.
    static let source = Int32.min
    private static let nodeBits: UInt64 = 21

    /// [node] the shortest distance found so far.
    let distance: UnsafeMutablePointer<Int64>
    /// [node] how it was reached.
    let way: UnsafeMutablePointer<Int32>
    private let touched: UnsafeMutablePointer<Int32>
    private(set) var touchedCount = 0
    /// Keys `distance << 21 | node`; four children each.
    private var heap: UnsafeMutablePointer<UInt64>
    private var heapCount = 0
    private var heapRoom: Int
    /// The length of the shortest whole path found.
    var best = Self.unreached
    /// Where that path ends.
    var end = -1

    init(nodes: Int) {
        distance = .filled(Self.unreached, nodes)
        way = .allocate(capacity: nodes)
        touched = .allocate(capacity: nodes)
        heapRoom = 1024
        heap = .allocate(capacity: heapRoom)
    }

    func deallocate() {
        distance.deallocate()
        way.deallocate()
        touched.deallocate()
        heap.deallocate()
    }

    func touchedNode(_ index: Int) -> Int { Int(touched[index]) }

    /// Forgets all that was touched.
    mutating func reset() {
        for index in 0..<touchedCount {
            distance[Int(touched[index])] = Self.unreached
        }
        touchedCount = 0
        heapCount = 0
        best = Self.unreached
        end = -1
    }

    /// Notes a shorter distance; false when it is none.
    @inline(__always)
    mutating func improve(_ node: Int, _ length: Int64, _ by: Int32) -> Bool {
        let old = distance[node]
        guard length < old else { return false }
        if old == Self.unreached {
            touched[touchedCount] = Int32(truncatingIfNeeded: node)
            touchedCount &+= 1
        }
        distance[node] = length
        way[node] = by
        return true
    }

    @inline(__always)
    mutating func finish(_ node: Int, _ length: Int64) {
        best = length
        end = node
    }

    @inline(__always)
    mutating func push(_ node: Int, _ length: Int64) {
        if heapCount == heapRoom {
            grow()
        }
        let key = UInt64(bitPattern: length) &<< Self.nodeBits | UInt64(truncatingIfNeeded: node)
        var hole = heapCount
        heapCount &+= 1
        while hole > 0 {
            let parent = (hole &- 1) &>> 2
            guard key < heap[parent] else { break }
            heap[hole] = heap[parent]
            hole = parent
        }
        heap[hole] = key
    }

    /// The nearest node whose distance is below the best path's and still true; -1 when there is none.
    @inline(__always)
    mutating func pop() -> Int {
        while heapCount > 0 {
            let key = takeLeast()
            let length = Int64(bitPattern: key &>> Self.nodeBits)
            guard length < best else { return -1 }
            let node = Int(truncatingIfNeeded: key & (1 &<< Self.nodeBits &- 1))
            if length == distance[node] { return node }
        }
        return -1
    }

    private mutating func takeLeast() -> UInt64 {
        let least = heap[0]
        heapCount &-= 1
        let key = heap[heapCount]
        var hole = 0
        while true {
            let first = hole &<< 2 &+ 1
            guard first < heapCount else { break }
            var child = first
            let last = min(first &+ 4, heapCount)
            var other = first &+ 1
            while other < last {
                if heap[other] < heap[child] {
                    child = other
                }
                other &+= 1
            }
            guard heap[child] < key else { break }
            heap[hole] = heap[child]
            hole = child
        }
        heap[hole] = key
        return least
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: heapRoom * 2)
        larger.moveInitialize(from: heap, count: heapCount)
        heap.deallocate()
        heap = larger
        heapRoom *= 2
    }
}
