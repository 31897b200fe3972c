/// A place for one person: the unit, the work, and what stories need of the person.
struct Seat: Sendable {
    enum Work: Sendable {
        case heading(CityPost)
        case role(CityRole)
    }

    enum Purpose: Hashable, Sendable {
        case ordinary
        /// Passes every rule of a transfer and knows the counters, but not enough about permits for theirs.
        case readyOperator
        case trainer
    }

    let unit: Int
    let work: Work
    var purpose: Purpose = .ordinary
}
