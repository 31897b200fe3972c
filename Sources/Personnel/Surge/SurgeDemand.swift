/// How many people a counter asks for by its figures. Where there are none the head states her own number (``StatedSurge``).
public enum SurgeDemand: Hashable, Sendable {
    /// So many more, at least 1, for what visitors would then meet.
    case ask(people: Int, service: CounterService)
    /// Who is there is enough.
    case enough(CounterService)
    /// No day says how long a visitor takes, or the opening time is none.
    case loadUnknown
    /// The policy promises no waiting time, so that nobody can say how many are enough.
    case targetUnset
    /// More than any counter has: a figure is wrong.
    case beyondAnyTeam

    /// The demand of a day's figures.
    ///
    /// - Parameters:
    ///   - openMinutes: how long the counter is open for these visitors.
    ///   - present: the people who serve at it.
    public init(_ reading: SurgeReading, openMinutes: Int, present: Int, _ settings: SurgeSettings) {
        guard let target = settings.target else {
            self = .targetUnset
            return
        }
        guard let load = reading.load(openMinutes: openMinutes) else {
            self = .loadUnknown
            return
        }
        guard let service = ErlangC.staffing(load, for: target) else {
            self = .beyondAnyTeam
            return
        }
        let people = service.gap(present: present)
        self = people > 0 ? .ask(people: people, service: service) : .enough(service)
    }

    /// What visitors meet with the fewest people who keep the promise; nil where no figures say it.
    public var service: CounterService? {
        switch self {
        case .ask(_, let service), .enough(let service): service
        case .loadUnknown, .targetUnset, .beyondAnyTeam: nil
        }
    }

    /// How many people to ask for; nil where nobody can say it.
    public var people: Int? {
        switch self {
        case .ask(let people, _): people
        case .enough: 0
        case .loadUnknown, .targetUnset, .beyondAnyTeam: nil
        }
    }
}
