/// The stable code of a refusal. The list stands in `protocol/README.md`; a code that this version does not know is
/// shown as it came.
public struct RejectionCode: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Every code that this version gives, in the order of the protocol's list.
    public static let all: [RejectionCode] = [
        .badBody, .unknownKind, .notFound, .notAllowed, .equivocation, .internalFault, .exists, .wrongState,
        .staleTerms,
        .unsupported, .rule, .seatsHeld, .incomplete, .personHasCard, .cardClosed, .vacancyClosed, .invitationUsed,
        .dayNotLater, .gatesOpen, .groupsConflict, .ownRules, .limit, .alreadyDone,
        .dependsOn, .tooLate, .staleLetter,
    ]

    /// The body lacks what its kind needs; detail: path, expected.
    public static let badBody = RejectionCode(rawValue: "bad-body")
    /// No such operation kind in this version.
    public static let unknownKind = RejectionCode(rawValue: "unknown-kind")
    /// The record does not exist, or the author may not see it: the same answer for both.
    public static let notFound = RejectionCode(rawValue: "not-found")
    /// The record is visible, but this act belongs to someone else; detail: who.
    public static let notAllowed = RejectionCode(rawValue: "not-allowed")
    /// The same operation id came before with other bytes.
    public static let equivocation = RejectionCode(rawValue: "equivocation")
    /// A fault of the reducer, recorded under an incident id; detail: incident.
    public static let internalFault = RejectionCode(rawValue: "internal")
    /// What it would create is there already.
    public static let exists = RejectionCode(rawValue: "exists")
    /// The record's state does not allow it; detail: state.
    public static let wrongState = RejectionCode(rawValue: "wrong-state")
    /// It names terms that are no longer current; detail: terms, the current ones.
    public static let staleTerms = RejectionCode(rawValue: "stale-terms")
    /// Well-formed, but not built in this version; detail: what is.
    public static let unsupported = RejectionCode(rawValue: "unsupported")
    /// A rule stands against it; detail: rules, each with article.
    public static let rule = RejectionCode(rawValue: "rule")
    /// Offers hold seats of this vacancy; detail: offers.
    public static let seatsHeld = RejectionCode(rawValue: "seats-held")
    /// Opinions, rules or steps of the route are missing; detail: missing.
    public static let incomplete = RejectionCode(rawValue: "incomplete")
    /// This person has a live card already.
    public static let personHasCard = RejectionCode(rawValue: "person-has-card")
    public static let cardClosed = RejectionCode(rawValue: "card-closed")
    public static let vacancyClosed = RejectionCode(rawValue: "vacancy-closed")
    public static let invitationUsed = RejectionCode(rawValue: "invitation-used")
    /// A day is never followed by an earlier one.
    public static let dayNotLater = RejectionCode(rawValue: "day-not-later")
    /// Steps before the start are not done; detail: gates.
    public static let gatesOpen = RejectionCode(rawValue: "gates-open")
    /// The code of every `conflict` outcome whose fields collide; detail: conflict, groups.
    public static let groupsConflict = RejectionCode(rawValue: "groups-conflict")
    /// The code of a `conflict` outcome whose merged record would break its own rules; detail: path, expected.
    public static let ownRules = RejectionCode(rawValue: "own-rules")
    /// Over a named limit; detail: limit.
    public static let limit = RejectionCode(rawValue: "limit")
    /// It was done before, by this or another operation.
    public static let alreadyDone = RejectionCode(rawValue: "already-done")
    /// The time for it was over by the dates that are stated; detail: deadline.
    public static let tooLate = RejectionCode(rawValue: "too-late")
    /// The agency's word that stands is a later one; detail: says, and letter or position.
    public static let staleLetter = RejectionCode(rawValue: "stale-letter")
    /// It names a record whose making was refused; detail: operation, the refused one.
    public static let dependsOn = RejectionCode(rawValue: "depends-on")
}
