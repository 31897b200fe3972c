/// The appraisal (SKP) of one person for one year.
public struct Appraisal: Hashable, Sendable {
    public let year: Int
    public let rating: SKPRating

    public init(year: Int, rating: SKPRating) {
        self.year = year
        self.rating = rating
    }
}
