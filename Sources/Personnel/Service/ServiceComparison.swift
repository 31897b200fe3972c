/// What can be said of a unit's service before and after people came to it.
///
/// There is a *before* only where a figure ended and was handed in before the first start: one that is looked for when the
/// outcome is known already proves nothing. A figure during which somebody started is neither before nor after and is left out. The last figure before is laid against
/// the last one after, survey and queue each by itself, since they are often measured on different days.
///
/// It says what changed, never why: other things change too. Where the two figures cover other times of the year, or more
/// people started between them, it says so, since a counter in June is not a counter in January.
public struct ServiceComparison: Hashable, Sendable {
    /// One measure before and after.
    public enum Finding: Hashable, Sendable {
        /// No figure ended and was handed in before the first start: nothing can be said about a change, now or later.
        case noBaseline
        /// Nothing was measured since.
        case noFigureAfter(before: Int)
        case changed(before: Int, after: Int, cautions: [Caution])
    }

    /// Why a change has to be read with care.
    public enum Caution: String, Hashable, Sendable, CaseIterable {
        /// The two figures cover other months of the year.
        case otherSeason = "other-season"
        /// One of the figures covers less than a month.
        case shortTime = "short-time"
        /// The later figure still saw starts that came after the first.
        case moreStarts = "more-starts"
    }

    public let unit: String
    /// The day on which the first person started in the unit.
    public let firstStart: CivilDate
    /// The survey, in hundredths of a point: more is better.
    public let skm: Finding
    /// The queue, in minutes: less is better.
    public let queueMinutes: Finding
    /// Figures that were left out because somebody started while they were measured.
    public let straddling: Int
    /// Figures of the time before that were handed in too late to be a baseline.
    public let enteredLate: Int

    /// Compares a unit's figures; nil when nobody started there.
    ///
    /// - Parameters:
    ///   - figures: of any units; others than this one's are passed over.
    ///   - starts: the days on which people started in the unit by a transfer.
    public init?(unit: String, figures: [ServiceFigure], starts: [CivilDate]) {
        guard let first = starts.min() else { return nil }
        let own = figures.filter { $0.unit.utf8.elementsEqual(unit.utf8) }
        self.unit = unit
        firstStart = first
        straddling = own.count { $0.span.from < first && ($0.span.until ?? .latest) >= first }
        enteredLate = own.count { ($0.span.until ?? .latest) < first && $0.entered >= first }
        skm = Self.finding(own, starts, first, \.skmHundredths)
        queueMinutes = Self.finding(own, starts, first, \.queueMinutes)
    }

    private static func finding(
        _ figures: [ServiceFigure], _ starts: [CivilDate], _ first: CivilDate, _ number: (ServiceFigure) -> Int?
    ) -> Finding {
        let known = figures.compactMap { figure in
            number(figure).flatMap { value in
                figure.span.until.map { (span: figure.span, until: $0, value: value, entered: figure.entered) }
            }
        }
        .sorted { ($0.until, $0.span.from, $0.value) < ($1.until, $1.span.from, $1.value) }
        guard let before = known.last(where: { $0.until < first && $0.entered < first }) else { return .noBaseline }
        guard let after = known.last(where: { $0.span.from >= first }) else {
            return .noFigureAfter(before: before.value)
        }
        var cautions: [Caution] = []
        if months(before.span) != months(after.span) { cautions.append(.otherSeason) }
        if [before.span, after.span].contains(where: { $0.fullMonths(on: .latest) < 1 }) {
            cautions.append(.shortTime)
        }
        if starts.contains(where: { $0 > first && $0 <= after.until }) { cautions.append(.moreStarts) }
        return .changed(before: before.value, after: after.value, cautions: cautions)
    }

    /// The months of the year that a span touches.
    private static func months(_ span: DatedSpan) -> Set<Int> {
        let last = span.until ?? span.from
        let count = min((last.year - span.from.year) * 12 + last.month - span.from.month, 11)
        return Set((0...max(count, 0)).map { (span.from.month - 1 + $0) % 12 + 1 })
    }
}
