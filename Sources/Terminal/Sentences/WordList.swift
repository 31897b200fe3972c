/// The lists of stable words that have a phrase in both languages.
public enum WordList: String, Sendable, CaseIterable {
    /// Labels of an offer.
    case label
    /// Kinds of outcome.
    case outcome
    /// What stands before a start; also the names of steps.
    case gate
    case transferState
    /// Reasons for an ending that the reducer gives.
    case ending
    /// Kinds of record.
    case kind
    /// Codes of notices.
    case notice
    /// Why a draft is held.
    case hold
    /// Field groups of cards and vacancies.
    case group
    /// What a rule found.
    case ruleOutcome
    /// What a party says.
    case stance
    /// How a party takes part.
    case voice
    case side
    /// Results of a document's line.
    case result
    /// Words that stand in rule values, such as ratings and kinds of employment.
    case term
    /// Codes of the general competences.
    case competence
    case assignment
    /// Aspects of a transfer plan.
    case aspect
    /// Kinds of operation.
    case operation
    /// What stands between a person and a seat in a plan.
    case planGate
    /// Why a post loses a holder.
    case departure
    /// What a schedule of moves could not look at.
    case transitionGap
}
