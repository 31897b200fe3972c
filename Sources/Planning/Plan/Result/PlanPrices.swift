/// The prices that are published: of all that prove the plan, those that hang on the plan alone and not on how it was found.
///
/// A place or group costs what one more person in it would cost the others: the shortest way from it to the top. Where no room can be
/// made, the least that the prices of those who could go there allow; where nobody could, the most that the prices of where its people
/// could go allow; and so on, until all have one. What hangs together with nothing costs 0.
struct PlanPrices {
    /// [node of ``PlanResidual``]
    let prices: [Int]
    /// [place] what one more person in it costs the others; nil when they have no room at all.
    let taking: [Int?]

    init(_ residual: PlanResidual) {
        var residual = residual
        let solved = residual.prices
        var known = [Int?](repeating: nil, count: solved.count)
        residual.searchBack(to: [(residual.top, 0)])
        func takeIn(_ value: (_ node: Int, _ distance: Int) -> Int) -> Bool {
            var isNew = false
            for node in known.indices where known[node] == nil && residual.distances[node] != .max {
                known[node] = value(node, residual.distances[node])
                isNew = true
            }
            return isNew
        }
        _ = takeIn { $1 + solved[$0] }
        taking = Array(known.prefix(residual.people.count))
        func seeds(_ distance: (_ node: Int, _ price: Int) -> Int) -> [(node: Int, distance: Int)] {
            known.indices.compactMap { node in known[node].map { (node, distance(node, $0)) } }
        }
        while let first = known.firstIndex(where: { $0 == nil }) {
            residual.search(from: seeds { solved[$0] - $1 })
            var isNew = takeIn { solved[$0] - $1 }
            if known.contains(where: { $0 == nil }) {
                residual.searchBack(to: seeds { $1 - solved[$0] })
                isNew = takeIn { $1 + solved[$0] } || isNew
            }
            if !isNew { known[first] = 0 }
        }
        prices = known.map { $0 ?? 0 }
    }
}
