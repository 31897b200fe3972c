import Negotiation
import Personnel
import StrictJSON

/// One thing that waits for one agency.
public struct TodoLine: Equatable, Sendable {
    /// What has to be done, in the order of urgency among those of one day; the raw values stand in `--json`.
    public enum Kind: String, Sendable, CaseIterable {
        case resolveConflict = "resolve-conflict"
        /// A second person looks at what the first one wants.
        case confirmProposal = "confirm-proposal"
        /// One person in the official files of two agencies.
        case settlePerson = "settle-person"
        case answerOffer = "answer-offer"
        /// Record what the person says.
        case recordPerson = "record-person"
        case decideOffer = "decide-offer"
        case answerRequest = "answer-request"
        /// Offer the person for a post after a request that was granted.
        case followRequest = "follow-request"
        /// Put the waiting offers of a vacancy into an order.
        case rankOffers = "rank-offers"
        case decidePackage = "decide-package"
        case decideObjection = "decide-objection"
        /// Correct or revoke the decree after an objection that was upheld.
        case correctDecree = "correct-decree"
        case answerExtension = "answer-extension"
        /// Check the person again before the decree.
        case checkOffer = "check-offer"
        case issueOpinion = "issue-opinion"
        case issueDecree = "issue-decree"
        case requireTraining = "require-training"
        case confirmTraining = "confirm-training"
        case takeStep = "take-step"
        case startTransfer = "start-transfer"
        /// The desk calls people for a rush.
        case callPeople = "call-people"
        case findPerson = "find-person"
        /// The people of a reorganisation are proposed for their own posts.
        case confirmPeople = "confirm-people"
        /// A reorganisation comes that concerns the agency.
        case expectReorganisation = "expect-reorganisation"
        /// A planned reorganisation could not be carried out: record it anew, or take it back.
        case repeatReorganisation = "repeat-reorganisation"
    }

    public var kind: Kind
    public var record: RecordID
    /// Who has to do it.
    public var who: AgencyCode
    /// The last day for it; nil when nothing sets one.
    public var until: CivilDate?
    /// What the sentence names beside the record: a document's code, a step, a competence.
    public var subject: String
    /// The command line that does it, with words in capitals for what the person fills in.
    public var command: String
    /// Whether the personnel agency does it for an agency without a node, from that one's letter.
    public var isByLetter = false

    public init(
        _ kind: Kind, _ record: RecordID, who: AgencyCode, until: CivilDate? = nil, subject: String = "",
        command: String
    ) {
        self.kind = kind
        self.record = record
        self.who = who
        self.until = until
        self.subject = subject
        self.command = command
    }

    /// Whether only the node with the staff rows can do it: it carries a rule sheet.
    public var needsRegistry: Bool {

        !isByLetter && (kind == .checkOffer || kind == .confirmPeople || (kind == .answerOffer && subject == "home"))
    }

    /// `{"kind","record","who","until"?,"subject"?,"command"}`
    public var json: JSONValue {
        var members: [(String, JSONValue)] = [
            ("kind", .string(kind.rawValue)), ("record", .string(record.text)), ("who", .string(who.text)),
        ]
        members += until.map { [("until", .string($0.iso))] } ?? []
        members += subject.isEmpty ? [] : [("subject", .string(subject))]
        return .object(members + [("command", .string(command))])
    }
}
