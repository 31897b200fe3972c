import Personnel

/// What a person must pass to come to a seat, cheapest first; the raw value is a stable code.
///
/// What a person's data does not say closes no gate: the line then carries an open question, as a rule that needs a person
/// does. What the *post* does not say about entering it (R27) closes one.
public enum PlanGate: String, Hashable, Sendable, CaseIterable {
    /// A lower eselon or functional level than the one held, or out of a ladder altogether: no plan demotes.
    case level
    /// Too near to retirement (R20).
    case retirement
    /// The grades that the post takes.
    case grade
    /// The grade that the ladder asks for the eselon (R11).
    case ladderGrade = "ladder-grade"
    /// The education that the post asks for.
    case education
    /// The education that the ladder asks for the eselon (R10).
    case ladderEducation = "ladder-education"
    /// Service that the ladder asks for (R10): a card does not show it.
    case ladderExperience = "ladder-experience"
    /// The boxes from which a promotion is made (R13).
    case box
    /// The certificates that the post requires (R26).
    case certificates
    /// Entry into a functional post or a rise in it (R27).
    case entry
    /// Far below the post's standard (R12).
    case competence

    /// The rule that asks for it, where one does.
    public var rule: RuleID? {
        switch self {
        case .level, .grade, .education: nil
        case .retirement: .r20
        case .ladderGrade: .r11
        case .ladderEducation, .ladderExperience: .r10
        case .box: .r13
        case .certificates: .r26
        case .entry: .r27
        case .competence: .r12
        }
    }

    enum State {
        case open
        case closed
        case unknown
    }
}
