/// How much each part of the fit counts; only their proportions matter.
public struct FitWeights: Hashable, Sendable {
    public var competence: Int
    public var education: Int
    public var appraisals: Int
    public var experience: Int

    public init(competence: Int, education: Int, appraisals: Int, experience: Int) {
        self.competence = competence
        self.education = education
        self.appraisals = appraisals
        self.experience = experience
    }

    /// The reference region's weights, for tests.
    public static let standard = FitWeights(competence: 40, education: 20, appraisals: 20, experience: 20)

    /// The weight of a part, bounded to 0...1,000,000 so that sums cannot overflow.
    public func weight(of part: FitPart) -> Int {
        let stated =
            switch part {
            case .competence: competence
            case .education: education
            case .appraisals: appraisals
            case .experience: experience
            }
        return min(max(stated, 0), 1_000_000)
    }
}
