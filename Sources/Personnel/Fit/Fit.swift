/// How well a candidate fits a post: a help for whoever chooses, never a decision.
///
/// Each part is 0 to 1000. The score is their weighted mean over the parts that have a value, rounded to the nearest: a
/// part about which nothing is known is left out, its weight is shared among the others, and it is named in `missing`; a
/// part for which the post asks nothing is left out and named in `notAsked`. Beside the score stands what it could become
/// once everything is known, and only that decides between two people, see ``FitOrder``: what is not known is never a 0.
///
/// All arithmetic is in integers, so every machine computes the same.
public struct Fit: Hashable, Sendable {
    public struct Part: Hashable, Sendable {
        public let part: FitPart
        /// 0 to 1000.
        public let score: Int
        public let weight: Int
        /// What the score can become once all data of the part is known: it alone when all is.
        public let possible: ClosedRange<Int>
    }

    /// A part about which too little is known.
    public struct Gap: Hashable, Sendable {
        public let part: FitPart
        public let weight: Int
        /// What its score can be once it is known.
        public let possible: ClosedRange<Int>
    }

    /// 0 to 1000, or nil when no part with a weight has a value.
    public let score: Int?
    /// Where the score lies once everything is known; it alone when everything is, so that what is shown is what decides.
    public let possible: ClosedRange<Int>
    /// The parts with a value, in the order of `FitPart.allCases`.
    public let parts: [Part]
    public let gaps: [Gap]
    public let notAsked: [FitPart]
    /// How the competences stand against the standard; nil without a standard or with a competence that was never measured.
    public let jpm: JPMClass?

    public var missing: [FitPart] { gaps.map(\.part) }

    /// Whether something that counts is not known (*data kurang*): the line is marked.
    public var lacksData: Bool {
        gaps.contains { $0.weight > 0 } || parts.contains { $0.weight > 0 && $0.possible.count > 1 }
    }

    /// Computes the fit of a profile on a day.
    ///
    /// - Parameter receiverWish: what the receiving agency has said of this person for this post; nil while it has said nothing.
    public static func compute(
        _ profile: CandidateProfile, _ requirement: PostRequirement, _ policy: PersonnelPolicy, on day: CivilDate,
        receiverWish: ReceiverWish? = nil
    ) -> Fit {
        Fit(FitSubject(profile, policy, on: day), requirement, receiverWish: receiverWish)
    }

    /// The fit of who is laid against several posts.
    public init(_ subject: FitSubject, _ requirement: PostRequirement, receiverWish: ReceiverWish?) {
        let match = subject.profile.match(requirement)
        var parts: [Part] = []
        var gaps: [Gap] = []
        var notAsked: [FitPart] = []
        var weighing = Weighing()
        for (part, weight) in subject.weights {
            let points =
                part == .receiverWish
                ? receiverWish?.points ?? .notAsked : subject.points(of: part, requirement, match.tally)
            weighing.add(points, weight: weight)
            switch points {
            case .known(let score, let possible):
                parts.append(Part(part: part, score: score, weight: weight, possible: possible))
            case .missing(let possible): gaps.append(Gap(part: part, weight: weight, possible: possible))
            case .notAsked: notAsked.append(part)
            }
        }
        score = weighing.score
        possible = weighing.possible
        self.parts = parts
        self.gaps = gaps
        self.notAsked = notAsked
        jpm = match.permille.map { JPMClass(permille: $0, subject.policy) }
    }
}
