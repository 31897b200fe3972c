/// A day on which a place is below its floor by the doing of scheduled moves, and the ways out.
///
/// Two rules hold for each place and day. With `h` for those who serve at the end of the day:
/// - *Of the day*: `h >= floor`, or at least as many come that day as leave by a scheduled start.
/// - *Looking ahead*: on a day on which somebody goes anyway (a known departure, the end of a secondment) `h >= floor`, or
///   `h >=` the number that would serve without any scheduled move. So a move does not use up what a retirement will need,
///   nor hide behind somebody who is only lent.
///
/// By them a place at or above its floor never falls below it by a move, and one below gives only against an arrival on
/// the same day.
struct FloorBreach {
    /// First days for one group or two. At least one of the ways is kept by every schedule that is nowhere earlier than the
    /// state and breaks nothing.
    let ways: [[(group: Int, day: Int)]]
    let place: PlaceID
    let day: Int
    /// Who would serve there at the end of the day.
    let holders: Int
    /// The groups whose start takes people away that day, or before it when a known departure meets too few.
    let leavers: [Int]

    /// The first breach at a place when groups start on the given days, if any.
    init?(of place: TransitionNetwork.Place, in network: TransitionNetwork, _ days: [Int]) {
        let starts = place.groups.map { (day: days[$0.group], delta: $0.delta) }.sorted { $0.day < $1.day }
        var (start, fixed) = (0, 0)
        var holders = place.holders
        while start < starts.count || fixed < place.fixedDays.count {
            let day = min(
                start < starts.count ? starts[start].day : .max,
                fixed < place.fixedDays.count ? place.fixedDays[fixed].day : .max)
            var change = 0
            while start < starts.count, starts[start].day == day {
                change += starts[start].delta
                start += 1
            }
            var unmoved: Int?
            if fixed < place.fixedDays.count, place.fixedDays[fixed].day == day {
                let known = place.fixedDays[fixed]
                change += known.arrivals
                holders -= known.losses
                unmoved = known.losses > 0 ? known.unmoved : nil
                fixed += 1
            }
            holders += change
            if holders < place.floor, change < 0 {
                self.init(of: place, in: network, days, day: day, holders: holders, isAhead: false)
                return
            }
            if let unmoved, holders < min(place.floor, unmoved) {
                self.init(of: place, in: network, days, day: day, holders: holders, isAhead: true)
                return
            }
        }
        return nil
    }

    private init(
        of place: TransitionNetwork.Place, in network: TransitionNetwork, _ days: [Int], day: Int, holders: Int,
        isAhead: Bool
    ) {
        self.place = place.id
        self.day = day
        self.holders = holders
        let gone = place.groups.filter { $0.delta < 0 && days[$0.group] <= day }
        let today = gone.filter { days[$0.group] == day }.map(\.group)
        leavers = today.isEmpty ? gone.map(\.group) : today
        if isAhead {
            ways = gone.reversed().map { [($0.group, day + 1)] }
        } else {
            ways = WaysOut(of: place, in: network, days, after: day, gone: gone.map(\.group)).ways
        }
    }
}
