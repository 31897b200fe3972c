/// How much one imported file may hold; one past a limit is refused by an `ImportError` that says the limit.
public enum ImportLimits {
    /// A region of 10,000 people exports about 12 MB.
    public static let fileBytes = 64 << 20
    /// The official export has about 80 columns.
    public static let columns = 200
    /// One cell, decoded; an official name has at most a few hundred.
    public static let fieldBytes = 64 << 10
    /// Rows after the header, the blank ones included.
    public static let rows = 200_000
}
