import Negotiation
import Personnel

/// What decrees say about who serves where on a day, beside the rows of the staff tables: figures of that day.
///
/// From the agreed first day on (TMT) a decreed person counts at the receiver and no longer at home, although rows move only when
/// the transfer starts. A secondment for a part of the time leaves the rest of the person at home. Nothing of it is stored.
public struct Movements: Equatable, Sendable {
    /// A transfer whose agreed first day has come before what moves the rows.
    public struct Move: Equatable, Sendable {
        public var transfer: RecordID
        public var home: AgencyCode
        public var receiving: AgencyCode
        /// The person; at the receiver nil until home has disclosed her.
        public var nip: NIP?
        public var name: String?
        public var effect: Route.AssignmentEffect
        public var place: StartedTransfer.Place
        /// The agreed first day; once it started the day of the start letter.
        public var start: CivilDate
        /// The part of the time that a secondment takes, in percent.
        public var part: Int
        /// Whether the start letter is there, and only the personnel file has not come.
        public var hasStarted: Bool
    }

    /// Whose figures they are; nil for none.
    public var agency: AgencyCode?
    /// By first day, then by transfer.
    public var moves: [Move] = []
    /// The percent of the time that secondments under way take, where it is not all of it.
    public var parts: [RecordID: Int] = [:]

    public static let none = Movements()

    /// Who counts as gone from the agency, or from one post of it to another.
    public var leaving: [Move] { moves.filter { $0.home == agency } }

    /// Who counts as come to the agency.
    public var arriving: [Move] { moves.filter { $0.receiving == agency } }
}
