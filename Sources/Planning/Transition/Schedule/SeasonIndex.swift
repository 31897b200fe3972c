import Personnel

/// The busy seasons by place, in days since the first one.
struct SeasonIndex {
    private var byPlace: [PlaceID?: [(days: ClosedRange<Int>, rest: BusySeason.Rest)]] = [:]

    init(_ problem: TransitionProblem) {
        for season in problem.seasons {
            let days = problem.index(of: season.firstDay)...problem.index(of: season.lastDay)
            byPlace[season.place, default: []].append((days, season.rest))
        }
    }

    /// The days on which a move may not start.
    ///
    /// - Parameters:
    ///   - leaving: the places that the person leaves.
    ///   - around: all places of the old and the new post.
    func closed(leaving: [PlaceID], around: [PlaceID]) -> [ClosedRange<Int>] {
        // Everybody leaves something in a season of all places, except who comes from outside.
        let left: [PlaceID?] = leaving.isEmpty ? [] : leaving.map(Optional.some) + [nil]
        let touched: [PlaceID?] = around.map(Optional.some) + [nil]
        let kept = left.flatMap { byPlace[$0] ?? [] }.filter { $0.rest == .nobodyLeaves }
        let still = touched.flatMap { byPlace[$0] ?? [] }.filter { $0.rest == .nobodyMoves }
        return (kept + still).map(\.days)
    }

    func isClosed(_ day: Int, leaving: [PlaceID], around: [PlaceID]) -> Bool {
        closed(leaving: leaving, around: around).contains { $0.contains(day) }
    }
}
