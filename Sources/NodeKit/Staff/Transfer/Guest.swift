import Foundation
import GRDB
import Negotiation
import Personnel

/// Somebody of another agency who serves here for a while.
public struct Guest: Equatable, Sendable {
    public var transfer: RecordID
    public var card: RecordID
    public var home: AgencyCode
    public var postID: String
    public var postName: String
    public var unitID: String
    public var unitName: String
    public var span: DatedSpan
    /// What home disclosed; nil until it did.
    public var profile: DisclosedProfile?
}

extension StaffReader {
    /// The guests on a day, by first day and transfer.
    public func guests(on day: CivilDate) throws -> [Guest] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM staffGuest WHERE since <= :day AND (until IS NULL OR until >= :day)
                ORDER BY since, transfer
                """,
            arguments: ["day": day.iso]
        ).map { row in
            let fields = StaffFields(
                row, ["home", "postID", "postName", "unitID", "unitName", "since", "until"])
            guard let transfer = RecordID(bytes: row["transfer"] as Data),
                let card = RecordID(bytes: row["card"] as Data),
                let home = fields.text("home").flatMap(AgencyCode.init), let span = fields.span
            else { throw StaffError.damaged("staffGuest") }
            return Guest(
                transfer: transfer, card: card, home: home, postID: fields.text("postID") ?? "",
                postName: fields.text("postName") ?? "", unitID: fields.text("unitID") ?? "",
                unitName: fields.text("unitName") ?? "", span: span,
                profile: try (row["profile"] as Data?).map { try DisclosedProfile(parsing: Array($0)) })
        }
    }
}
