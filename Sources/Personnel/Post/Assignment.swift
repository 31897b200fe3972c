/// One person in one post of one unit for a stretch of days.
public struct Assignment: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The post the person holds.
        case definitive
        /// A time-limited duty elsewhere (*penugasan sementara*); the definitive post is kept.
        case secondment
        /// The duties of a post that nobody holds (Plt) or whose holder is away (Plh).
        case acting
    }

    public let postID: String
    public let unitID: String
    public let kind: Kind
    public let span: DatedSpan
    /// The code of the agency where the person serves.
    public let agency: String

    public init(postID: String, unitID: String, kind: Kind, span: DatedSpan, agency: String) {
        self.postID = postID
        self.unitID = unitID
        self.kind = kind
        self.span = span
        self.agency = agency
    }
}
