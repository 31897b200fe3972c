/// The nine boxes of talent management: performance in rows, potential in columns.
///
/// A box is always computed from scores, never taken from a file. Scores and marks are in tenths of a point, 0 to 1000; a
/// score on a mark is above it.
public struct TalentGrid: Hashable, Sendable {
    /// Where the middle and the high part of one side begin.
    public struct Marks: Hashable, Sendable {
        public let middle: Int
        public let high: Int

        /// Makes the marks, or nil unless 0 ≤ middle ≤ high ≤ 1000.
        public init?(middle: Int, high: Int) {
            guard 0 <= middle, middle <= high, high <= 1000 else { return nil }
            self.middle = middle
            self.high = high
        }

        func part(_ score: Int) -> Int {
            score >= high ? 2 : score >= middle ? 1 : 0
        }
    }

    /// The numbers that a box can have.
    public static let boxes = 1...9

    public var performance: Marks
    public var potential: Marks

    public init(performance: Marks, potential: Marks) {
        self.performance = performance
        self.potential = potential
    }

    /// The box, 1 to 9: below expectation 1-3-6, meeting it 2-5-8, above it 4-7-9, each from low to high potential.
    public func box(of score: TalentScore) -> Int {
        let rows = [[1, 3, 6], [2, 5, 8], [4, 7, 9]]
        return rows[performance.part(score.performance)][potential.part(score.potential)]
    }
}

extension TalentGrid {
    /// The box that a file states, where the scores say another: a difference to report, never a value to use.
    public func difference(imported box: Int, score: TalentScore) -> (imported: Int, computed: Int)? {
        let computed = self.box(of: score)
        return box == computed ? nil : (box, computed)
    }
}
