import Negotiation
import Personnel

/// An assignment with what the store knows beside the dates: names, decrees, and who wrote it.
public struct StaffAssignment: Equatable, Sendable {
    /// Who wrote it.
    public enum Origin: String, Sendable, CaseIterable {
        /// The staff export.
        case export
        /// The history file `rw_jabatan`.
        case history
        /// A transfer that the region decided and that started.
        case transfer
        /// A personnel file from another registry.
        case file
    }

    public var assignment: Assignment
    public var postName: String
    public var unitName: String
    /// The decree that began it.
    public var decree: Decree?
    /// The decree that ended it.
    public var ending: Decree?
    /// The kind of move that led there, in the words of its source.
    public var move: String?
    public var origin: Origin
    /// The transfer that began it.
    public var transfer: RecordID?

    public init(
        assignment: Assignment, postName: String, unitName: String, decree: Decree? = nil, ending: Decree? = nil,
        move: String? = nil, origin: Origin, transfer: RecordID? = nil
    ) {
        self.assignment = assignment
        self.postName = postName
        self.unitName = unitName
        self.decree = decree
        self.ending = ending
        self.move = move
        self.origin = origin
        self.transfer = transfer
    }
}

extension StaffAssignment {
    static let columns = [
        "kind", "postID", "postName", "unitID", "unitName", "agency", "since", "until", "decree", "decreeDate",
        "endDecree", "endDecreeDate", "move", "origin",
    ]

    var cells: [StaffCell] {
        [
            .text(assignment.kind.rawValue), .text(assignment.postID), .text(postName), .text(assignment.unitID),
            .text(unitName), .text(assignment.agency), .date(assignment.span.from), .date(assignment.span.until),
            .optional(decree?.number), .date(decree?.date), .optional(ending?.number), .date(ending?.date),
            .optional(move), .text(origin.rawValue),
        ]
    }

    init?(_ fields: StaffFields, transfer: RecordID? = nil) {
        guard let kind = fields.text("kind").flatMap(Assignment.Kind.init(rawValue:)),
            let postID = fields.text("postID"), let postName = fields.text("postName"),
            let unitID = fields.text("unitID"), let unitName = fields.text("unitName"),
            let agency = fields.text("agency"), let span = fields.span,
            let origin = fields.text("origin").flatMap(Origin.init(rawValue:)),
            fields.isDateOrEmpty("decreeDate"), fields.isDateOrEmpty("endDecreeDate")
        else { return nil }
        self.init(
            assignment: Assignment(postID: postID, unitID: unitID, kind: kind, span: span, agency: agency),
            postName: postName, unitName: unitName,
            decree: fields.text("decree").map { Decree(number: $0, date: fields.date("decreeDate")) },
            ending: fields.text("endDecree").map { Decree(number: $0, date: fields.date("endDecreeDate")) },
            move: fields.text("move"), origin: origin, transfer: transfer)
    }

    /// The same assignment with another last day; nil when it would end before it begins.
    func ending(on last: CivilDate?, by decree: Decree? = nil) -> StaffAssignment? {
        guard let span = DatedSpan(from: assignment.span.from, until: last) else { return nil }
        var copy = self
        copy.assignment = Assignment(
            postID: assignment.postID, unitID: assignment.unitID, kind: assignment.kind, span: span,
            agency: assignment.agency)
        copy.ending = decree ?? ending
        return copy
    }
}
