/// The moves of a solution, sorted into what must happen together.
struct PlanChains {
    struct Chain: Hashable {
        /// Each takes the seat of the one before; the first of a chain takes a vacant seat.
        let people: [Int]
        /// The seat of the last one, which nobody takes; nil for a ring.
        let freed: Int?
    }

    /// In the order of the lowest number of their people.
    let chains: [Chain]

    /// - Parameter seats: [person] the seat of each; seat i is the present one of person i.
    init(_ assigned: [Int], seats: Int) {
        var takers = [Int?](repeating: nil, count: seats)
        for (person, seat) in assigned.enumerated() where seat != person {
            takers[seat] = person
        }
        var isDone = [Bool](repeating: false, count: assigned.count)
        var chains: [Chain] = []
        for (person, seat) in assigned.enumerated() where seat != person && !isDone[person] {
            // Back to who takes a vacant seat, or once around.
            var first = person
            while assigned[first] < assigned.count, assigned[first] != person {
                first = assigned[first]
            }
            let isRing = assigned[first] == person
            var people: [Int] = []
            var next: Int? = isRing ? person : first
            while let one = next, !isDone[one] {
                isDone[one] = true
                people.append(one)
                next = takers[one]
            }
            chains.append(Chain(people: people, freed: isRing ? nil : people.last))
        }
        self.chains = chains
    }
}
