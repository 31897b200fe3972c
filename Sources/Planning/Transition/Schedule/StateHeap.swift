/// The states of a search, the smallest bound first; among these the one that got furthest, then the one that came first.
struct StateHeap {
    private var entries: [(state: NetworkSearch.State, number: Int)] = []
    private var pushed = 0

    mutating func push(_ state: NetworkSearch.State) {
        entries.append((state, pushed))
        pushed += 1
        var index = entries.count - 1
        while index > 0, isBefore(index, (index - 1) / 2) {
            entries.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    mutating func pop() -> NetworkSearch.State? {
        guard let first = entries.first else { return nil }
        let last = entries.removeLast()
        guard !entries.isEmpty else { return first.state }
        entries[0] = last
        var index = 0
        while true {
            var smallest = index
            for child in [2 * index + 1, 2 * index + 2] where child < entries.count && isBefore(child, smallest) {
                smallest = child
            }
            guard smallest != index else { return first.state }
            entries.swapAt(index, smallest)
            index = smallest
        }
    }

    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        let (one, other) = (entries[left], entries[right])
        return (one.state.bound, -one.state.sum, one.number) < (other.state.bound, -other.state.sum, other.number)
    }
}
