/// What a move waits for, beside its own dates and training.
public enum MoveCondition: Hashable, Sendable {
    /// Not before another move has started, and so many calendar days later; on the same day when 0. A seat that becomes
    /// free is the same: the newcomer waits for the leaver's move.
    case started(move: String, daysBefore: Int)
    /// Not before every move that fills the vacancy has started.
    case filled(vacancy: String)
    /// Handover: somebody has served so many calendar days in the post that the person leaves; from the same day on when
    /// 0. Without a named move anybody who arrives there counts, a known arrival as well.
    case replaced(by: String?, overlapDays: Int)
}

extension MoveCondition {
    /// The calendar days between what is waited for and the start.
    public var days: Int {
        switch self {
        case .started(_, let days), .replaced(_, let days): days
        case .filled: 0
        }
    }

    /// The same condition with another number of days.
    func lasting(days: Int) -> MoveCondition {
        switch self {
        case .started(let move, _): .started(move: move, daysBefore: days)
        case .replaced(let move, _): .replaced(by: move, overlapDays: days)
        case .filled: self
        }
    }
}
