/// How many can have left a place by a day at most, whoever they are.
///
/// Count the starts that take people away, in people. On the last day on which the place was at its floor and gave, at most
/// `holders - floor` and all arrivals so far had left; afterwards, and if there was no such day, each who left was met by
/// an arrival on the same day. So at most `max(holders - floor, 0)` and all arrivals by then can have left. Scheduled
/// arrivals count from their first possible day.
struct DepartureRoom {
    private let spare: Int
    /// Ascending by day.
    private let arrivals: [(day: Int, count: Int)]

    init(_ place: TransitionNetwork.Place, arrivals: [(day: Int, count: Int)]) {
        spare = max(place.holders - place.floor, 0)
        self.arrivals = (arrivals + place.fixedDays.filter { $0.arrivals > 0 }.map { ($0.day, $0.arrivals) })
            .sorted { $0.day < $1.day }
    }

    /// The first day by which so many can have left; nil when they never can.
    func firstDay(for leavers: Int) -> Int? {
        var room = spare
        if room >= leavers {
            return 0
        }
        for arrival in arrivals {
            room += arrival.count
            if room >= leavers {
                return arrival.day
            }
        }
        return nil
    }

    /// For 1, 2, … leavers up to a number, the first day by which so many can have left; shorter when they never can.
    func firstDays(upTo leavers: Int) -> [Int] {
        var days = Array(repeating: 0, count: min(spare, leavers))
        for arrival in arrivals where days.count < leavers {
            days += Array(repeating: arrival.day, count: min(arrival.count, leavers - days.count))
        }
        return days
    }
}
