/// Who leaves which post of which unit, month by month, as far as dates that are known today say.
///
/// The first month is that of `start`, the last one so many months later. A row shows the end of its month: who served
/// then, the need, and what happened since the row before. What was due before `start` and is still in the files, such as
/// a contract that ended last week, stands in the first row, since nobody has acted on it yet.
///
/// | departure | first day without the person | source |
/// |---|---|---|
/// | retirement | the first of the month after the birthday at the retirement age | UU 20/2023 Ps 55; PP 11/2017 Ps 239 |
/// | contract, secondment, decided move | the day after the last one | – |
/// | acting duty | the day after its last one, or that of the policy's months | SE BKN 1/SE/I/2021 |
/// | rotation | the day after the policy's term is over; nobody leaves by it | PP 11/2017 Ps 190(3) |
///
/// The need stays what the workload analysis says today: an analysis of the years to come does not exist. Resignations,
/// deaths and moves that nobody has decided yet are in no file and in no forecast.
///
/// Time and space: O(places × months + holders).
public struct Forecast: Hashable, Sendable {
    /// One departure of one person.
    public struct Event: Hashable, Sendable {
        public let place: PostInUnit
        public let person: String
        /// The first day without the person there; never before ``Forecast/start``.
        public let day: CivilDate
        public let why: Departure
        /// Whether it was due before the forecast begins.
        public let isOverdue: Bool
    }

    /// One post of one unit over all months.
    public struct Place: Hashable, Sendable {
        public let place: PostInUnit
        /// The people needed; nil without a workload analysis.
        public let need: Int?
        public let months: [Month]
    }

    /// One place in one month.
    public struct Month: Hashable, Sendable {
        /// The first day of the month.
        public let month: CivilDate
        /// How many leave, or become due, by reason; a reason that nobody has is absent.
        public let leaving: [Departure: Int]
        /// How many begin to serve by a move that is decided already.
        public let arriving: Int
        /// Who serves at the end of the month.
        public let holders: Int
        /// Need less holders at the end of the month; nil without a workload analysis.
        public let difference: Int?
    }

    /// All places together in one month.
    public struct Total: Hashable, Sendable {
        public let month: CivilDate
        public let leaving: [Departure: Int]
        public let arriving: Int
        /// Everyone who serves at the end of the month.
        public let holders: Int
        /// The need of the places that have an analysis.
        public let need: Int
        /// Who serves in those places at the end of the month.
        public let analysedHolders: Int
        /// People missing, over the places that lack some; a surplus elsewhere fills nothing.
        public let shortage: Int

        /// Need less holders over the places that have an analysis.
        public var difference: Int { need - analysedHolders }
    }

    public let start: CivilDate
    /// By place in order.
    public let places: [Place]
    /// By day, place and person.
    public let events: [Event]
    public let totals: [Total]
    /// Who counts as a holder and whose retirement is not known, because the post is not: they stay in every row.
    public let unknownRetirements: [String]
    /// Departures that the policy sets no term for, so that none of them is in the forecast.
    public let unset: [Departure]

    /// Computes the forecast; nil when `months` is outside ``ForecastSettings/range``.
    ///
    /// - Parameters:
    ///   - holders: who serves on `start` or by a decided move later.
    ///   - needs: the people needed where a workload analysis exists.
    ///   - start: the region's day.
    ///   - months: how many months after that of `start`; nil takes the policy's.
    public init?(
        holders: [PlaceHolder], needs: [PostInUnit: Int], from start: CivilDate, months: Int? = nil,
        _ policy: PersonnelPolicy
    ) {
        let ahead = months ?? policy.forecast.months
        guard ForecastSettings.range.contains(ahead) else { return nil }
        self.start = start
        let calendar = ForecastCalendar(start: start, months: ahead)
        var changes: [PostInUnit: ForecastChanges] = [:]
        for place in needs.keys {
            changes[place] = ForecastChanges(count: calendar.count)
        }
        var events: [Event] = []
        for holder in holders {
            var change = changes[holder.place] ?? ForecastChanges(count: calendar.count)
            for event in change.take(holder, calendar, policy) {
                events.append(
                    Event(
                        place: holder.place, person: holder.person, day: max(event.day, start), why: event.why,
                        isOverdue: event.day < start))
            }
            changes[holder.place] = change
        }
        self.events = events.sorted { left, right in
            if left.day != right.day { return left.day < right.day }
            return left.place == right.place
                ? left.person.utf8.lexicographicallyPrecedes(right.person.utf8) : left.place < right.place
        }
        places = changes.sorted { $0.key < $1.key }.map { place, change in
            let need = needs[place].map { max($0, 0) }
            return Place(place: place, need: need, months: change.months(calendar, need: need))
        }
        totals = Self.totals(of: places, calendar)
        unknownRetirements = holders.filter { $0.counts && $0.retires == nil }.map(\.person).sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        unset = policy.rules.actingMonths == nil ? [.actingLimit] : []
    }

    /// The months of some places together, such as those of an agency or a post.
    public func totals(where isIncluded: (PostInUnit) -> Bool) -> [Total] {
        let calendar = ForecastCalendar(start: start, months: totals.count - 1)
        return Self.totals(of: places.filter { isIncluded($0.place) }, calendar)
    }

    private static func totals(of places: [Place], _ calendar: ForecastCalendar) -> [Total] {
        (0..<calendar.count).map { index in
            var leaving: [Departure: Int] = [:]
            var arriving = 0
            var holders = 0
            var need = 0
            var analysedHolders = 0
            var shortage = 0
            for place in places {
                let month = place.months[index]
                leaving.merge(month.leaving) { $0 + $1 }
                arriving += month.arriving
                holders += month.holders
                if let asked = place.need {
                    need = Saturating.sum(need, asked)
                    analysedHolders += month.holders
                    shortage = Saturating.sum(shortage, max(asked - month.holders, 0))
                }
            }
            return Total(
                month: calendar.month(index), leaving: leaving, arriving: arriving, holders: holders, need: need,
                analysedHolders: analysedHolders, shortage: shortage)
        }
    }
}
