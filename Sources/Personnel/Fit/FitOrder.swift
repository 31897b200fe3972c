/// Which of two fits for one post stands first, if data alone can say so.
///
/// Each fit has the range in which its score lies once everything is known. One stands first only when its range lies
/// wholly above the other's: whatever the missing data turns out to be, the order stays. Else nobody is first: the two are
/// tied when all is known and the scores are equal, and undecided when something is missing, and a person decides.
///
/// So nobody wins or loses by missing data alone. Let two files differ in one part only, known in one and not in the other.
/// The known value is one that the missing one can turn out to be, so the first score lies in the other's range, and
/// neither range can lie above the other. The same holds for places, see ``FitRanking``.
///
/// Rejected: ranking by the mean over the known parts. It is fair on average and wrong in the single case: whoever hides a
/// bad part rises. Rejected too: counting a missing part as 0, as the mean, or as the worst of all.
public enum FitOrder: Hashable, Sendable {
    case first
    case second
    /// Everything is known of both and the scores are equal.
    case tied
    /// What is not known could turn the order round, or is all there is between the two.
    case undecided

    public init(_ first: Fit, _ second: Fit) {
        if first.possible.lowerBound > second.possible.upperBound {
            self = .first
        } else if second.possible.lowerBound > first.possible.upperBound {
            self = .second
        } else {
            self = first.possible.count == 1 && second.possible.count == 1 ? .tied : .undecided
        }
    }
}
