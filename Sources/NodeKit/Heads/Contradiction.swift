import StrictJSON
import SyncProtocol

/// Two things that the coordinator cannot both have meant, with what proves each.
public struct Contradiction: Equatable, Sendable {
    /// Stable words.
    public enum Reason: String, CaseIterable, Sendable {
        /// A head of the same epoch that does not extend one seen before.
        case forked
        /// A head before one seen before.
        case back
        /// The coordinator says that it never had the head that it stated.
        case foreign
        /// Another one was shown a later journal, or received a later decision, than this node.
        case behind
        /// Another one was shown a journal that this node's does not extend.
        case other
    }

    public var reason: Reason
    /// What was seen before, here or by another.
    public var seen: Head
    /// The signed checkpoint of it, or the newest one before it; nil when none was kept.
    public var seenEvidence: String?
    /// What came now; nil when the coordinator only denied.
    public var shown: Head?
    /// The signed checkpoint that came with it.
    public var shownEvidence: String?
    /// When it was found, by this machine's clock.
    public var found: String
    /// False once a reply was absorbed that extends everything seen before: the proof is kept all the same.
    public var isOpen: Bool

    init(
        _ reason: Reason, seen: Head, seenEvidence: String?, shown: Head?, shownEvidence: String? = nil, found: String
    ) {
        self.reason = reason
        self.seen = seen
        self.seenEvidence = seenEvidence
        self.shown = shown
        self.shownEvidence = shownEvidence
        self.found = found
        isOpen = true
    }

    /// `{"reason","seen","seenEvidence"?,"shown"?,"shownEvidence"?,"found","open"}`
    public var json: JSONValue {
        .object([
            ("reason", .string(reason.rawValue)), ("seen", seen.json), ("seenEvidence", .optional(seenEvidence)),
            ("shown", shown?.json ?? .null), ("shownEvidence", .optional(shownEvidence)), ("found", .string(found)),
            ("open", .boolean(isOpen)),
        ])
    }
}
