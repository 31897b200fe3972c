import Personnel
import StrictJSON

/// A dated batch of moves (*gelombang mutasi*) of the personnel agency: goals, calendar, the list by line numbers that are never
/// given again, its frozen versions, and who changed which line and why.
///
/// Body: `{"day","said","lines":[…],"versions":[…],"changes":[…],"results"?:[{"code","after"}],"ended"?}`; what it is for stands in
/// `said`: `{"round":{"title","goals":[{"code","title","target","before"?}],"calendar":[{"step","date"}],"aspects":{code: {"attachment"}}}}`.
public struct Round: Equatable, Sendable {
    /// The eight aspects of a transfer plan (Peraturan BKN 5/2019 Ps 2), in their order.
    public enum Aspect: String, Sendable, CaseIterable {
        case competence
        case careerPattern = "career-pattern"
        case mapping
        case succession
        case development
        case performance
        case need
        case nature
    }

    /// Something that the round is to reach, counted as the personnel agency counts it.
    public struct Goal: Equatable, Sendable {
        public var code: String
        public var title: String
        public var target: Int
        public var before: Int?
    }

    public struct Step: Equatable, Sendable {
        public var step: String
        public var date: CivilDate
    }

    /// One line; without an offer when it was struck from the list.
    public struct Line: Equatable, Sendable {
        public var number: Int
        public var offer: RecordID?
        /// The region's day on which it was entered.
        public var day: CivilDate
    }

    /// A line as it was handed over.
    public struct FrozenLine: Equatable, Sendable {
        public var number: Int
        public var offer: RecordID
        /// The version of the offer's terms.
        public var terms: Int
    }

    /// The list as it was handed over to somebody.
    public struct Version: Equatable, Sendable {
        public var number: Int
        public var to: String
        /// SHA-256 of the list's bytes (``Round/bytes(of:)``) in 64 digits, as the personnel agency's program computed it.
        public var hash: String
        public var day: CivilDate
        public var stamp: EntryStamp
        public var lines: [FrozenLine]
    }

    /// What became of one line after it was entered.
    public struct Change: Equatable, Sendable {
        public var number: Int
        public var line: Int
        public var was: RecordID?
        public var now: RecordID?
        /// Name of the reason's attachment.
        public var reason: String
        /// Who asked for it, such as the appointing authority.
        public var ordered: String?
        public var day: CivilDate
        public var stamp: EntryStamp
        public var undone: Undoing?
    }

    public struct Undoing: Equatable, Sendable {
        public var reason: String
        public var day: CivilDate
        public var stamp: EntryStamp
    }

    public static let goalLimit = 20
    public static let stepLimit = 40
    public static let lineLimit = 200
    public static let versionLimit = 20
    public static let changeLimit = 500

    public var id: RecordID
    public var day: CivilDate
    public var said: Attested
    public var lines: [Line] = []
    public var versions: [Version] = []
    public var changes: [Change] = []
    /// What each goal had come to at the end, by its code.
    public var results: [String: Int] = [:]
    public var ended: Ending?

    public let title: String
    public let goals: [Goal]
    public let calendar: [Step]
    /// Names of the attachments.
    public let aspects: [Aspect: String]

    public func line(_ number: Int) -> Line? {
        lines.first { $0.number == number }
    }

    /// The offers that stand on a line now.
    public var offers: [RecordID] { lines.compactMap(\.offer) }

    /// The list as it would be handed over now: lines whose offer is not closed, with the version of its terms.
    public func frozen(_ offer: (RecordID) throws -> Offer?) rethrows -> [FrozenLine] {
        try lines.compactMap { line in
            guard let id = line.offer, let offer = try offer(id), offer.closed == nil else { return nil }
            return FrozenLine(number: line.number, offer: id, terms: offer.terms.version)
        }
    }

    /// The bytes over which a version's hash is made: `[{"line","offer","terms"},…]`.
    public static func bytes(of lines: [FrozenLine]) -> [UInt8] {
        JSONValue.array(lines.map(\.json)).encoded
    }
}
