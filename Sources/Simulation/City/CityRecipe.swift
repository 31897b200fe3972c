/// Everything that decides a made-up city; the same recipe gives the same bytes.
public struct CityRecipe: Hashable, Sendable {
    public static let agencyRange = 2...60
    public static let peopleRange = 10...10_000
    /// Contract staff (PPPK) with the present number form serve since 2021; three earlier years give each of them time.
    static let yearRange = 2024...2090

    public let agencies: Int
    public let people: Int
    public let seed: UInt64
    /// The day on which the files were exported, "YYYY-MM-DD".
    public let today: String
    let day: CityDay

    /// Checks the numbers and the date; throws `city-recipe-out-of-range` and names the field.
    public init(
        agencies: Int = 12,
        people: Int = 600,
        seed: UInt64,
        today: String = "2026-01-05"
    ) throws(CityFailure) {
        try Self.check(agencies, in: Self.agencyRange, called: "agencies")
        try Self.check(people, in: Self.peopleRange, called: "people")
        guard let day = CityDay(iso: today), Self.yearRange.contains(day.year) else {
            throw CityFailure(
                code: .recipeOutOfRange,
                message:
                    "today is not a date of the years \(Self.yearRange.lowerBound) to \(Self.yearRange.upperBound).",
                remedy: "Give it as YYYY-MM-DD, for example 2026-01-05.")
        }
        self.agencies = agencies
        self.people = people
        self.seed = seed
        self.today = today
        self.day = day
    }

    private static func check(_ value: Int, in range: ClosedRange<Int>, called name: String) throws(CityFailure) {
        guard range.contains(value) else {
            throw CityFailure(
                code: .recipeOutOfRange,
                message: "\(name) is \(value).",
                remedy: "Give a number from \(range.lowerBound) to \(range.upperBound).")
        }
    }
}
