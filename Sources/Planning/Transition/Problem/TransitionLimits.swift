/// How large a transition may be.
public enum TransitionLimits {
    /// A city of 8,500 people does not move more in one transition.
    public static let moves = 2_000
    public static let conditionsOfMove = 20
    public static let places = 20_000
    /// How deep units lie in units.
    public static let depth = 20
    public static let knownChanges = 20_000
    public static let seasons = 1_000
    public static let holidays = 2_000
    /// Five years.
    public static let horizonDays = 1_830
    /// The days of an overlap, a wait or a training.
    public static let spanDays = 366
    /// Holders of a place, and its floor.
    public static let people = 1_000_000
    /// The bytes of an id.
    public static let idBytes = 256
    /// How many faults a refusal lists.
    public static let faults = 100
    /// How many clashes an outcome lists.
    public static let clashes = 100
}
