/// S11: every operation gets a verdict; none ends in a fault of the reducer.
struct ReducerTotality: Invariant {
    let name = InvariantName.reducerTotality

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .committed(let lines) = event else { return }
        for line in lines {
            try hold(line.code != "internal", "the reducer failed on \(line.kind) at \(line.position)")
        }
    }
}
