import SyncProtocol

/// The positions of lost journals that nobody handed in.
///
/// A position is one of a life: after two restores without a mirror the same number may be lost twice. What a receipt of an
/// earlier epoch names counts for that life only, so that a position which two lives share may be told once too often.
struct Gaps {
    private let epochs: [JournalEpoch]
    /// The last position that this journal has in common with a life that it never was in, where no node was told of it.
    private let parting: Int
    /// Where lives began that this journal never was in, as nodes were told.
    private let begun: [JournalCut]
    /// Lives that were accounted for when the ones after them began. The others are the last one before this that decided anything,
    /// with what came between, and those that this journal never was in.
    private let settled: Set<Int>
    private(set) var lost: [LostPositions]

    /// `epochs` are this journal's, the last one its own. `lived` is the last epoch before that in which anything was decided: its
    /// own recovery had ended. `begun` are cuts as nodes were told them; a place of 0 says nothing. `backedUp` is the earliest
    /// position of which a backup is still counted on, nil when that is the first cut: a life that this journal never was in, and of
    /// which no node was told, may have begun from that.
    init(
        _ epochs: [JournalEpoch], lived: Int = 1, backedUp: Int? = nil, begun: [JournalCut] = [],
        lost: [LostPositions] = []
    ) {
        settled = Set(([1] + epochs.map(\.epoch)).filter { $0 < lived } + epochs.suffix(1).map(\.epoch))
        self.epochs = epochs
        parting = backedUp ?? epochs.cut(since: 1) ?? 0
        self.begun = begun.filter { cut in cut.position > 0 && !epochs.contains { $0.epoch == cut.epoch } }
        self.lost = lost
    }

    /// The last position that this journal has in common with the life. One that it never was in came from a life that it was in,
    /// through others that it was not in either, of which each may have parted.
    private func common(with epoch: Int) -> Int {
        if let common = epochs.cut(since: epoch) { return common }
        let others = begun.filter { $0.epoch <= epoch }
        guard let first = others.map(\.epoch).min(), let told = others.map(\.position).min() else { return parting }
        let shared = epochs.map(\.epoch).filter { $0 < first }.max() ?? 1
        return min(told, epochs.cut(since: shared) ?? told)
    }

    /// Adds what lies between what was known of each life and what is named or seen of it now, and takes out what is named.
    /// `known` is the last position that counted before, by epoch.
    mutating func take(named: [Int: Set<Int>], seen: [Int: Int], known: [Int: Int] = [:]) {
        for epoch in Set(named.keys).union(seen.keys).subtracting(settled).sorted() {
            let told = lost.filter { $0.epoch == epoch }.map(\.positions)
            let names = named[epoch] ?? []
            let first = max(known[epoch] ?? 0, told.last?.upperBound ?? 0, common(with: epoch)) + 1
            let last = max(seen[epoch] ?? 0, names.max() ?? 0)
            let all = last >= first ? told + [first...last] : told
            lost.removeAll { $0.epoch == epoch }
            lost += all.flatMap { Self.parts(of: $0, without: names) }.map {
                LostPositions(epoch: epoch, positions: $0)
            }
        }
    }

    private static func parts(of range: ClosedRange<Int>, without named: Set<Int>) -> [ClosedRange<Int>] {
        var parts: [ClosedRange<Int>] = []
        var next = range.lowerBound
        for position in named.sorted() where range.contains(position) {
            if position > next {
                parts.append(next...(position - 1))
            }
            next = position + 1
        }
        return range.upperBound >= next ? parts + [next...range.upperBound] : parts
    }
}
