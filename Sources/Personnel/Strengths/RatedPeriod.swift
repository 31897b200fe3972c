/// The rating of one person for a year, or for a quarter of it.
public struct RatedPeriod: Hashable, Sendable {
    public let year: Int
    /// 1 to 4; nil for the whole year.
    public let quarter: Int?
    public let rating: SKPRating

    public init(year: Int, quarter: Int? = nil, rating: SKPRating) {
        self.year = year
        self.quarter = quarter
        self.rating = rating
    }
}

extension SKPRating {
    /// What a rating is worth, 0 to 1000.
    var points: Int {
        switch self {
        case .sangatBaik: 1000
        case .baik: 800
        case .butuhPerbaikan: 400
        case .kurang: 200
        case .sangatKurang: 0
        }
    }
}
