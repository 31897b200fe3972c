import Personnel

/// Effective dates, as early as possible.
///
/// As early as possible means: the fewest waiting days in total, where a move waits from its own earliest date to its start
/// (each move of a package counts). Moves that no floor, wait or package ties together do not delay each other, so the total
/// is the least of each such set. Which of several schedules with the least total it is, is the same each time, whatever
/// the ids are; where nothing else decides, who stands first in the list goes first.
public struct TransitionSchedule: Hashable, Sendable {
    public struct Start: Hashable, Sendable {
        public let move: String
        /// The effective date.
        public let day: CivilDate
        /// From the move's own earliest date, or the first day, to its start.
        public let waitingDays: Int
    }

    /// In the order of the problem's moves.
    public let starts: [Start]
    /// Whether no schedule has fewer waiting days in total.
    public let isProvenEarliest: Bool
    /// No schedule of these moves has fewer waiting days in total.
    public let leastWaitingDays: Int

    public var waitingDays: Int {
        starts.reduce(0) { $0 + $1.waitingDays }
    }

    /// The last start; nil without moves.
    public var lastStart: CivilDate? {
        starts.map(\.day).max()
    }

    /// The effective date of a move; nil when it has none here.
    public func start(of move: String) -> CivilDate? {
        starts.first { $0.move == move }?.day
    }
}
