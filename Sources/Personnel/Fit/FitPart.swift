/// The parts of which a fit is made; the raw value stands in command output. A part counts where the policy weighs it.
public enum FitPart: String, Hashable, Sendable, CaseIterable {
    /// Competences against the post's standard (JPM).
    case competence
    case education
    case appraisals
    /// Months in the post's family of posts.
    case experience
    /// Months at counters (*pengalaman loket*).
    case counters
    /// The box of talent management, computed from stored scores.
    case talent
    /// What the person wishes.
    case ownWish = "own-wish"
    /// What the receiving agency wishes.
    case receiverWish = "receiver-wish"
    /// How far the post is from where the person serves, by district.
    case district

    /// Whether it hangs on where a post is and who has it, not on what the post asks.
    var isOfPlace: Bool {
        switch self {
        case .ownWish, .receiverWish, .district: true
        case .competence, .education, .appraisals, .experience, .counters, .talent: false
        }
    }
}
