import Negotiation

/// What kinds of personal data a page can give away, by stable words: those of the records' kinds, and `attachment`.
///
/// A kind that is not known to be about no person counts as one that is.
public enum AccessClass {
    /// Attachments: profiles, reasons, personnel files.
    public static let attachment = "attachment"

    private static let impersonal: Set<RecordKind> = [.region, .agency, .invitation, .policy, .vacancy]

    /// The class of a record of this kind; nil when it is about no person.
    public static func of(_ kind: RecordKind) -> String? {
        impersonal.contains(kind) ? nil : kind.rawValue
    }
}
