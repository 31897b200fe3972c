import SyncProtocol

/// How much a node keeps for its next contact.
public enum OutboxLimits {
    /// Drafts that wait: an import of the largest agency drafts one card for each of its people.
    public static let drafts = 10_000
    /// Attachments of one operation; a request takes them all beside a full bundle.
    public static let operationAttachments = 12
    /// Attachments of one bundle in bytes, as base64url in the request, which leaves a full bundle its room.
    static let bundleAttachmentBytes = Limits.requestBytes - Limits.bundleBytes - (64 << 10)
}
