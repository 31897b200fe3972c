/// Held posts of groups above their floor, cheapest first. Prices only rise: an entry with an old price goes back when it comes up.
struct SinkHeap {
    struct Entry {
        var price: Int64
        var post: Int32

        static func < (left: Entry, right: Entry) -> Bool {
            left.price < right.price || (left.price == right.price && left.post < right.post)
        }
    }

    private var entries: [Entry] = []

    var first: Entry? { entries.first }

    mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
    }

    mutating func push(_ entry: Entry) {
        var hole = entries.count
        entries.append(entry)
        while hole > 0, case let parent = (hole - 1) / 2, entry < entries[parent] {
            entries[hole] = entries[parent]
            hole = parent
        }
        entries[hole] = entry
    }

    mutating func removeFirst() {
        guard let last = entries.popLast(), !entries.isEmpty else { return }
        var hole = 0
        while case let left = 2 * hole + 1, left < entries.count {
            let child = left + 1 < entries.count && entries[left + 1] < entries[left] ? left + 1 : left
            guard entries[child] < last else { break }
            entries[hole] = entries[child]
            hole = child
        }
        entries[hole] = last
    }
}
