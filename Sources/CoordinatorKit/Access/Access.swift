import Negotiation
import StrictJSON
import SyncProtocol

/// What a node was given of one class in a day, or in an earlier month or year.
public struct Access: Equatable, Sendable {
    /// `2026-03-02`, `2026-03` or `2026`, by the journal's days.
    public var period: String
    public var node: NodeID
    public var instance: InstanceID
    public var agency: AgencyCode
    /// See ``AccessClass``.
    public var name: String
    public var epoch: Int
    /// Pages that had something of it.
    public var pages: Int
    /// Records or attachments in these pages; one that went out twice counts twice.
    public var count: Int
    /// Journal positions that they are from lie between these.
    public var first: Int
    public var last: Int
    /// The first and the last such page, by the coordinator's clock.
    public var began: String
    public var ended: String

    /// `{"period","agency","node","instance","class","epoch","count","pages","first","last","began","ended"}`
    public var json: JSONValue {
        .object([
            ("period", .string(period)), ("agency", .string(agency.text)), ("node", .string(node.text)),
            ("instance", .string(instance.text)), ("class", .string(name)), ("epoch", .integer(epoch)),
            ("count", .integer(count)), ("pages", .integer(pages)), ("first", .integer(first)),
            ("last", .integer(last)), ("began", .string(began)), ("ended", .string(ended)),
        ])
    }
}
