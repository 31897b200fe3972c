/// A binary heap of distances; equal ones by the lower node.
struct PlanHeap {
    private var entries: [(distance: Int, node: Int)] = []

    mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

    mutating func insert(_ distance: Int, _ node: Int) {
        var child = entries.count
        entries.append((distance, node))
        while child > 0 {
            let parent = (child - 1) / 2
            guard entries[child] < entries[parent] else { return }
            entries.swapAt(child, parent)
            child = parent
        }
    }

    mutating func popLeast() -> (distance: Int, node: Int)? {
        guard let least = entries.first, let last = entries.popLast() else { return nil }
        guard !entries.isEmpty else { return least }
        entries[0] = last
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < entries.count else { return least }
            if child + 1 < entries.count, entries[child + 1] < entries[child] { child += 1 }
            guard entries[child] < entries[parent] else { return least }
            entries.swapAt(child, parent)
            parent = child
        }
    }
}
