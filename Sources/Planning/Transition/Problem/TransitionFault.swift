/// One thing wrong in the data of a transition.
public struct TransitionFault: Hashable, Sendable {
    /// Stable codes.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The last day of the horizon is before the first.
        case noDays = "no-days"
        /// More than the limit of `TransitionLimits` that the subject names.
        case tooMany = "too-many"
        /// An id that is empty or longer than `TransitionLimits.idBytes`.
        case badID = "bad-id"
        /// Holders, a floor, days or a weekday outside its range.
        case outOfRange = "out-of-range"
        case moveTwice = "move-twice"
        case personTwice = "person-twice"
        case placeTwice = "place-twice"
        case seasonTwice = "season-twice"
        /// A move from a post to the same post.
        case goesNowhere = "goes-nowhere"
        /// A season that ends before it begins.
        case seasonReversed = "season-reversed"
        /// The place around a unit is not listed, or is no place that can be around it.
        case unknownParent = "unknown-parent"
        /// Units that lie in one another, or deeper than `TransitionLimits.depth`.
        case tooDeep = "too-deep"
        /// The places inside a place have more holders than it has.
        case moreInsideThanHolders = "more-inside-than-holders"
        /// More people leave the place than are there or arrive.
        case moreLeaveThanServe = "more-leave-than-serve"
        /// A known change before the first day: the holders should count it already.
        case changeBeforeHorizon = "change-before-horizon"
        /// A condition names a move that is not in the problem, or its own.
        case unknownMove = "unknown-move"
        /// A condition names a vacancy that no move of the problem fills.
        case unknownVacancy = "unknown-vacancy"
        /// A replacement that goes elsewhere, or a post that nobody arrives at, or a move from outside.
        case noReplacement = "no-replacement"
    }

    public let code: Code
    /// The id of what is wrong, or the name of the limit.
    public let subject: String

    public init(_ code: Code, _ subject: String) {
        self.code = code
        self.subject = subject
    }
}
