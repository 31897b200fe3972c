import Personnel

/// The training that stands before a start.
public enum MoveTraining: Hashable, Sendable {
    /// Done: the person may start on this day, not earlier.
    case ready(on: CivilDate)
    /// Takes the given number of working days that follow the date, 1 to `TransitionLimits.spanDays`; the person may start
    /// on the day after the last of them.
    case workingDays(Int, after: CivilDate)
}
