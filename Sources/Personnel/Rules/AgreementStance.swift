/// What an agency said about the current terms.
public enum AgreementStance: String, Hashable, Sendable, CaseIterable {
    case agrees
    case refuses
    /// Has not said anything yet.
    case silent
}
