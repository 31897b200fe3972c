import Negotiation
import Personnel

/// A person or a card laid against a vacancy.
public struct Match: Equatable, Sendable {
    /// Whose it is: a person of this registry, or a card without a name.
    public enum Candidate: Hashable, Sendable {
        case person(NIP)
        case card(RecordID)
    }

    public let candidate: Candidate
    public let vacancy: RecordID
    /// How well it fits, with its parts.
    public let fit: Fit
    /// What the move would do for the person; never part of the fit.
    public let growth: Growth
    /// The findings rule by rule, each with its article; empty for a card, whose staff data is elsewhere.
    public let rules: [RuleResult]
    /// Whether a rule forbids the move on the vacancy's route.
    public let isBlocked: Bool
    /// The places that the fit can have among those of one list whom no rule forbids; nil for who is forbidden.
    public internal(set) var place: FitRanking.Place?
}
