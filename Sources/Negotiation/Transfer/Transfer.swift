import Personnel
import StrictJSON

/// From the decree to the start, and for a secondment to its return: a step of each party, one owner each.
public struct Transfer: Equatable, Sendable {
    /// A step of the route with what its owner noted.
    public struct Step: Equatable, Sendable {
        public var step: String
        public var owner: Side
        public var done: Attested?
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
    /// `{"file":{"attachment"}}`: sealed to the receiving registry.
    public var file: Attested?
    /// `{"complete"}` of the receiving registry.
    public var received: Attested?
    public var ended: Ending?

    public func agency(_ side: Side) -> AgencyCode { side == .home ? home : receiving }

    public var state: State {
        if ended != nil { return .ended }
        if started != nil { return .started }
        return openGates.isEmpty ? .ready : .preparing
    }

    /// Name of the personnel file's attachment, once home has sent it.
    public var fileAttachment: String? {
        guard let file, let json = try? JSON(parsing: file.value) else { return nil }
        return json["file"]?["attachment"]?.string
    }

    /// The civil date of the start letter.
    public var startDate: CivilDate? {
        started?.text("date").flatMap(CivilDate.init(iso:))
    }
}
