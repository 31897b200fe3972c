import Negotiation
import StrictJSON
import SyncProtocol

/// The agency for which a command records, and the signed letter in which that agency says it.
///
/// While it is current, every operation that a command records at the desk goes out as `behalf.record`.
struct OnBehalf: Sendable {
    @TaskLocal static var current: OnBehalf?

    let agency: AgencyCode
    private let letter: JSONValue
    private let attachments: [Attachment]

    /// `letter` has the members that name it, as ``LetterOptions/members()`` gives them.
    init(_ agency: AgencyCode, letter: [(String, JSONValue)], attachments: [Attachment]) {
        self.agency = agency
        self.letter = .object(letter)
        self.attachments = attachments
    }

    /// The operation that carries another one.
    func wrapped(
        _ kind: OperationKind, _ body: JSONValue, _ attached: [Attachment]
    ) throws -> (kind: OperationKind, body: JSONValue, attachments: [Attachment]) {
        let named = try JSON(parsing: letter.encoded).members ?? []
        return (
            .behalfRecord,
            .object(
                [("agency", .string(agency.text))] + named.map { ($0.name, JSONValue($0.value)) }
                    + [("operation", .object([("kind", .string(kind.rawValue)), ("body", body)]))]),
            attachments + attached
        )
    }
}
