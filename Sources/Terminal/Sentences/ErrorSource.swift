/// Which part of the program gave a code: two parts may use one word for two things.
public struct ErrorSource: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Refusals and conflicts that the reducer decides.
    public static let rejection = ErrorSource(rawValue: "rejection")
    /// Problems of the sync protocol.
    public static let problem = ErrorSource(rawValue: "problem")
    /// The node's store and sync.
    public static let node = ErrorSource(rawValue: "node")
    public static let transport = ErrorSource(rawValue: "transport")
    /// A whole file of an import.
    public static let importFile = ErrorSource(rawValue: "import")
    /// A cell of a row of an import.
    public static let row = ErrorSource(rawValue: "row")
    /// Something odd in a row that is taken nevertheless.
    public static let rowWarning = ErrorSource(rawValue: "row-warning")
    public static let nip = ErrorSource(rawValue: "nip")
    /// The staff tables.
    public static let staff = ErrorSource(rawValue: "staff")
    /// The coordinator's store.
    public static let store = ErrorSource(rawValue: "store")
    /// What `verify` finds.
    public static let journal = ErrorSource(rawValue: "journal")
    /// What is wrong with an evidence file.
    public static let evidence = ErrorSource(rawValue: "evidence")
    public static let json = ErrorSource(rawValue: "json")
    /// The command line and this program itself.
    public static let terminal = ErrorSource(rawValue: "terminal")
    /// What only `doctor` finds.
    public static let doctor = ErrorSource(rawValue: "doctor")
}
