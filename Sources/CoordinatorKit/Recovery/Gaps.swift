/// The positions of the old journal that nobody handed in, as ranges.
enum Gaps {
    /// Of the positions after the cut up to the last that any receipt names or any node has seen, those that none names.
    static func of(_ named: Set<Int>, after cut: Int, seen: Int = 0) -> [ClosedRange<Int>] {
        var gaps: [ClosedRange<Int>] = []
        var next = cut + 1
        for position in named.sorted() where position > cut {
            if position > next {
                gaps.append(next...(position - 1))
            }
            next = position + 1
        }
        return seen >= next ? gaps + [next...seen] : gaps
    }

    /// These without the positions that receipts name which came later.
    static func without(_ named: Set<Int>, _ gaps: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
        gaps.flatMap { gap in
            of(named.filter(gap.contains), after: gap.lowerBound - 1, seen: gap.upperBound)
        }
    }
}
