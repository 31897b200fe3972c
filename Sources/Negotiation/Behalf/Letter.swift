import Personnel
import StrictJSON

/// A signed letter that the personnel agency has before it: what stands on it, and its scan.
///
/// `{"number","date","signer","standing"}`, and beside it in the operation that names it `"scan"?:{"attachment"}`.
public struct Letter: Equatable, Sendable {
    public var number: String
    /// The date that stands on it.
    public var date: CivilDate
    public var signer: String
    public var standing: String
    /// Name of the attachment; nil while the paper is only in the file.
    public var scan: String?
    /// The letter in the bytes of whoever recorded it, unknown members included.
    var value: [UInt8]

    /// The letter that an object names beside others; nil when it names none.
    init?(ifNamedBy json: JSON) throws {
        guard let letter = try json.optionalObject("letter") else { return nil }
        number = try letter.requiredText("number", maxBytes: 100)
        date = try letter.requiredDate("date")
        signer = try letter.requiredText("signer", maxBytes: 200)
        standing = try letter.requiredText("standing", maxBytes: 100)
        scan = try json.optionalObject("scan")?.requiredAttachment()
        value = letter.bytes
    }

    /// The members of an object that names it.
    var members: [(String, JSONValue)] {
        [("letter", .verbatim(value))] + (scan.map { [("scan", .object([("attachment", .string($0))]))] } ?? [])
    }
}
