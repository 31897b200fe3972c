import Personnel
import StrictJSON

/// From the decree to the start and after it, and for a secondment to its return: steps with one owner each.
public struct Transfer: Equatable, Sendable {
    /// The most corrections of one decree.
    static let correctionLimit = 20

    /// A step of the route with what its owner noted.
    public struct Step: Equatable, Sendable {
        public var step: String
        public var owner: Route.StepOwner
        public var moment: Route.Step.Moment
        public var done: Attested?
    }

    /// A later return that was asked for.
    public struct Extension: Equatable, Sendable {
        public var returns: CivilDate
        /// Who asked for it; the other party answers by asking for the same.
        public var by: Side
        public var said: Attested
    }

    /// An objection of the person (*keberatan*), beside the transfer: dates as stated, however late they were entered.
    public struct Objection: Equatable, Sendable {
        /// `{"received","filed","number"?,"text"?:{"attachment"}}`.
        public var said: Attested
        /// The day on which the person received the extract of the decree.
        public var received: CivilDate
        /// The day on which the objection was handed in.
        public var filed: CivilDate
        /// The region's day on which it was entered.
        public var entered: CivilDate
        /// The last day for handing it in; nil where the policy sets none.
        public var deadline: CivilDate?
        /// The last day for the decision.
        public var decideBy: CivilDate?
        /// `{"upheld","number","date","reason":{"attachment"}}`, or with `"suspends"` alone while it is looked at.
        public var decided: Attested?
        public var isUpheld: Bool?
        /// Whether the start waits for the decision.
        public var suspends: Bool

        /// Whether it was handed in in time; nil where the policy sets no time.
        public var isTimely: Bool? { deadline.map { filed <= $0 } }
    }

    public enum State: String, Sendable, CaseIterable {
        /// Gates before the start are open.
        case preparing
        /// Every gate is closed.
        case ready
        case started
        /// Received completely, returned or cancelled.
        case ended
    }

    public var id: RecordID
    public var offer: RecordID
    public var card: RecordID
    public var vacancy: RecordID
    public var document: RecordID
    public var home: AgencyCode
    public var receiving: AgencyCode
    public var route: String
    public var policy: RecordID
    public var effect: Route.AssignmentEffect
    public var start: CivilDate
    public var returns: CivilDate?
    /// The home registry's rule sheet; nil when the BKD decided without it.
    public var sheet: [UInt8]?
    /// The reducer's own findings at the decree.
    public var computed: [RuleResult]
    public var steps: [Step]
    /// What stands before the start: names of steps, and `training` with what R24 found.
    public var openGates: [String]
    /// `{"date","number"}` of the start letter.
    public var started: Attested?
    /// The start letter of one of a package, while it waits for those of the others.
    public var pledged: Attested?
    /// The day on which a whole package started: the latest of its letters; nil for one that went alone.
    public var began: CivilDate?
    /// `{"file":{"attachment"}}`: sealed to the receiving registry.
    public var file: Attested?
    /// `{"complete"}` of the receiving registry.
    public var received: Attested?
    public var ended: Ending?
    /// The documents that corrected or revoked its decree, in their order.
    public var corrected: [RecordID] = []
    /// What waits for the other party's word.
    public var asked: Extension?
    /// The extensions that count, in their order.
    public var extensions: [Attested] = []
    /// `{"date","reason"?:{"attachment"}}`: who ended a secondment before its time.
    public var recalled: Attested?
    /// `{"note":{"attachment"}}` of the receiving agency about a secondment.
    public var performance: Attested?
    public var objection: Objection?

    /// The reason of an ending at the start, where an agency without a node gives or takes the personnel file.
    public static let onPaper = "on-paper"

    public func agency(_ side: Side) -> AgencyCode { side == .home ? home : receiving }

    /// The agency that owns a step.
    public func agency(_ owner: Route.StepOwner, desk: AgencyCode) -> AgencyCode {
        switch owner {
        case .home: home
        case .receiving: receiving
        case .desk: desk
        }
    }

    /// Steps that are to be done now: those before the start until it, those after it from then on, of a secondment until the return.
    public var openSteps: [Step] {
        let moment: Route.Step.Moment = started == nil ? .before : .after
        guard ended == nil || (started != nil && effect == .definitive) else { return [] }
        return steps.filter { $0.moment == moment && $0.done == nil }
    }

    public var state: State {
        if ended != nil { return .ended }
        if started != nil { return .started }
        return openGates.isEmpty ? .ready : .preparing
    }

    /// Whether a secondment has begun and has not ended.
    public var isSecondmentUnderWay: Bool { effect == .second && started != nil && ended == nil }

    /// Whether an objection holds the start until it is decided.
    public var isSuspended: Bool { objection.map { $0.suspends && $0.isUpheld == nil } ?? false }

    /// Name of the personnel file's attachment, once home has sent it.
    public var fileAttachment: String? {
        guard let file, let json = try? JSON(parsing: file.value) else { return nil }
        return json["file"]?["attachment"]?.string
    }

    /// The day of the start: that of the start letter, or of the last one of a package.
    public var startDate: CivilDate? {
        began ?? started?.text("date").flatMap(CivilDate.init(iso:))
    }
}
