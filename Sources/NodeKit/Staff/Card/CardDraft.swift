import Negotiation
import Personnel
import StrictJSON

/// An operation about a card that an import calls for; whoever records it gives it an id.
public enum CardDraft: Equatable, Sendable {
    /// `card.post`: a new card of this person; link it with `StaffStore.link`.
    case post(NIP, body: JSONValue)
    /// `card.edit`: the groups that changed, with the bytes seen.
    case edit(RecordID, body: JSONValue)
    /// `card.close`; then `StaffStore.unlink`.
    case close(RecordID, body: JSONValue)

    /// The operation's kind.
    public var kind: String {
        switch self {
        case .post: "card.post"
        case .edit: "card.edit"
        case .close: "card.close"
        }
    }

    /// The operation's body.
    public var body: JSONValue {
        switch self {
        case .post(_, let body), .edit(_, let body), .close(_, let body): body
        }
    }
}
