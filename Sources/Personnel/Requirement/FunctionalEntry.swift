/// What a functional post asks of who enters it or rises in it, beside its standard (PermenPANRB 1/2023): data of the post.
public struct FunctionalEntry: Hashable, Sendable {
    /// The kind of certificate that shows the competence test passed.
    public var test: String?
    /// Months of service in the post's family.
    public var months: Int?
    /// The highest age in whole years on the day of the start.
    public var ageLimit: Int?

    public init(test: String? = nil, months: Int? = nil, ageLimit: Int? = nil) {
        self.test = test
        self.months = months
        self.ageLimit = ageLimit
    }
}
