/// A length of service (*masa kerja*) in whole years and the whole months beyond them.
public struct ServiceLength: Hashable, Sendable {
    public let years: Int
    /// 0 to 11.
    public let months: Int

    /// Splits a count of whole months; a negative count is no service.
    public init(totalMonths: Int) {
        let bounded = max(totalMonths, 0)
        years = bounded / 12
        months = bounded % 12
    }

    public var totalMonths: Int { years * 12 + months }
}
