extension TransitionProblem {
    /// Finds the effective dates. Deterministic; the time is bounded by the budget.
    public func outcome(within budget: TransitionBudget = .usual) -> TransitionOutcome {
        OutcomeFinder(self, budget).outcome()
    }

    /// The same problem with some of the moves only, and without the places and known changes that are not about them.
    func restricted(to chosen: [Int]) -> TransitionProblem {
        guard chosen.count < moves.count else { return self }
        var part = self
        part.moves = chosen.map { moves[$0] }
        let tree = PlaceTree(places)
        let touched = Set(part.moves.flatMap { tree.path(from: $0.from) + tree.path(from: $0.to) })
        part.places = places.filter { touched.contains($0.id) }
        part.knownChanges = knownChanges.filter { !touched.isDisjoint(with: tree.path(from: $0.address)) }
        return part
    }
}
