/// How a person's competences stand against a post's standard, by the job person match (JPM).
///
/// PermenPANRB 38/2017 and practice: from 80 % *optimal*, from 68 % *cukup optimal*, below *kurang optimal*; the marks are
/// the policy's.
public enum JPMClass: String, Hashable, Sendable, CaseIterable {
    case optimal
    case sufficient
    case lacking

    /// - Parameter permille: the JPM, rounded down; whole percent count, as in rule R12.
    public init(permille: Int, _ policy: PersonnelPolicy) {
        switch permille / 10 {
        case policy.competenceOptimalPercent...: self = .optimal
        case policy.competenceNearPercent...: self = .sufficient
        default: self = .lacking
        }
    }
}
