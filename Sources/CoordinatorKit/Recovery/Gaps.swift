/// The positions of the old journal that nobody handed in, as ranges.
enum Gaps {
    /// Of the positions after the cut up to the last that any receipt names, those that none names.
    static func of(_ named: Set<Int>, after cut: Int) -> [ClosedRange<Int>] {
        var gaps: [ClosedRange<Int>] = []
        var next = cut + 1
        for position in named.sorted() where position > cut {
            if position > next {
                gaps.append(next...(position - 1))
            }
            next = position + 1
        }
        return gaps
    }
}
