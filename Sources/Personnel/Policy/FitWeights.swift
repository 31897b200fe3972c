/// How much each part of the fit counts; only their proportions matter.
///
/// A part that the policy does not name is no part of the fit at all: it is neither shown nor missing. The first four are
/// named by every policy.
public struct FitWeights: Hashable, Sendable {
    public var competence: Int
    public var education: Int
    public var appraisals: Int
    public var experience: Int
    public var counters: Int?
    public var talent: Int?
    public var ownWish: Int?
    public var receiverWish: Int?
    public var district: Int?

    public init(
        competence: Int, education: Int, appraisals: Int, experience: Int, counters: Int? = nil, talent: Int? = nil,
        ownWish: Int? = nil, receiverWish: Int? = nil, district: Int? = nil
    ) {
        self.competence = competence
        self.education = education
        self.appraisals = appraisals
        self.experience = experience
        self.counters = counters
        self.talent = talent
        self.ownWish = ownWish
        self.receiverWish = receiverWish
        self.district = district
    }

    /// The reference region's weights, for tests.
    public static let standard = FitWeights(competence: 40, education: 20, appraisals: 20, experience: 20)

    /// The weight of a part, bounded to 0...``Weighing/weightLimit`` so that sums cannot overflow; 0 where the policy does not name it.
    public func weight(of part: FitPart) -> Int {
        min(max(stated(part) ?? 0, 0), Weighing.weightLimit)
    }

    /// The parts that the policy names, in the order of `FitPart.allCases`.
    public var parts: [FitPart] {
        FitPart.allCases.filter { stated($0) != nil }
    }

    private func stated(_ part: FitPart) -> Int? {
        switch part {
        case .competence: competence
        case .education: education
        case .appraisals: appraisals
        case .experience: experience
        case .counters: counters
        case .talent: talent
        case .ownWish: ownWish
        case .receiverWish: receiverWish
        case .district: district
        }
    }
}
