/// Why somebody is told; stable words that stand in notices. One that this version does not know is kept and shown as it came.
public struct NoticeCode: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Every code that this version gives, in the order of the protocol's list.
    public static let all: [NoticeCode] = [
        .nodeReplaced, .nodeRestored, .copySeen, .outcomeChanged, .personTwice, .onBehalf, .reorganisationStopped,
        .seatOpened,
    ]

    /// A node lives on with new keys after an invitation to replace it; detail: was and instance.
    public static let nodeReplaced = NoticeCode(rawValue: "node-replaced")
    /// A node said that its data was restored from a backup; detail: was and instance.
    public static let nodeRestored = NoticeCode(rawValue: "node-restored")
    /// A copy of a node that was replaced or restored speaks; detail: instance, first, last, times.
    public static let copySeen = NoticeCode(rawValue: "copy-seen")
    /// After a restore of the coordinator an operation was decided again and ended otherwise; detail: kind, was and now.
    public static let outcomeChanged = NoticeCode(rawValue: "outcome-changed")
    /// The person of a card stands in another agency's official file too; detail: claimedBy.
    public static let personTwice = NoticeCode(rawValue: "person-twice")
    /// The personnel agency recorded an agency's word from its signed letter; detail: kind, letter and scan.
    public static let onBehalf = NoticeCode(rawValue: "on-behalf")
    /// A planned reorganisation could not be carried out on its day, and nothing of it was done; detail: number and code.
    public static let reorganisationStopped = NoticeCode(rawValue: "reorganisation-stopped")
    /// The personnel agency opened a seat of the agency that one of its people leaves; detail: card and route.
    public static let seatOpened = NoticeCode(rawValue: "seat-opened")
}
