/// The named limits of the record of accesses: it is exact for a day, and the older it is the longer the time that one row
/// is about. Nothing is ever forgotten, so a node has at most 90 + 24 rows of a class, and one for each year before that.
public enum AccessLimits {
    /// Days for which each has rows of its own; the notice of a breach is due after three.
    static let days = 90
    /// After that, months for which each has rows of its own.
    static let months = 24
    /// Rows that a command shows, the newest.
    public static let shown = 10_000
}
