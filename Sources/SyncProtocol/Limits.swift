import Negotiation
import StrictJSON

/// Every limit of the wire, in one place; `protocol/README.md` lists them.
public enum Limits {
    /// The version of the wire that this program prefers.
    public static let wire = 2
    /// All versions that this program speaks, the preferred one last.
    public static let supportedWires = [1, 2]

    /// One operation: a card or a vacancy takes 1 to 4 KiB; long texts and files are attachments.
    public static let operationBytes = Operation.byteLimit
    /// Operations in one bundle: what one group of the coordinator decides in well under a second.
    public static let bundleOperations = 200
    /// A bundle's exact bytes.
    public static let bundleBytes = 2 << 20
    /// A bundle's payload in base64url: a full list of hashes and room for members to come.
    public static let bundlePayloadBytes = 64 << 10
    /// A bundle without its operations and their hashes: header, signature, names and numbers.
    static let bundleFrameBytes = 4 << 10
    /// One hash with its quotes and comma (67 bytes) in base64url.
    static let bundleHashBytes = 90
    /// An attachment's own bytes, before base64url: a scanned page.
    public static let attachmentBytes = 256 << 10
    /// Salt in front of an attachment's bytes in its hash.
    public static let attachmentSaltBytes = 32
    /// Attachments in one request. A reply has as many as its page needs, at most ``pageChanges``.
    public static let attachments = 200
    /// The body of a request: a full bundle and a dozen full attachments.
    public static let requestBytes = 8 << 20
    /// The body of a reply, uncompressed.
    public static let replyBytes = 32 << 20
    /// A request in a file: in a string each of its bytes takes up to two.
    public static let carriedRequestBytes = 2 * requestBytes + (64 << 10)
    /// A reply in a file.
    public static let carriedReplyBytes = 2 * replyBytes + (64 << 10)
    /// Records that a node may ask for in one page.
    public static let pageRecords = 1...1000
    /// What a node asks for unless told otherwise: under a second of work on both sides.
    public static let defaultPageRecords = 500
    /// Changes in a page as it comes: whole positions are served, so the last position may go past the page's limit.
    public static let pageChanges = 20_000
    /// One record's body: composed from the parts of several operations.
    public static let recordBytes = 1 << 20
    /// One outcome with its detail.
    public static let outcomeBytes = 64 << 10
    /// A receipt's statement: a full bundle of outcomes with usual details.
    public static let receiptBytes = 16 << 20
    /// Receipts of earlier bundles in one reply.
    public static let correctedReceipts = 1000
    /// Bundles in one page that is handed in to a restored coordinator.
    public static let resupplyBundles = 100
    /// Lives of the coordinator of which a node says where they began.
    public static let cuts = 16
    /// A checkpoint as text with its signature.
    public static let checkpointBytes = 4096
    /// Hashes of a proof in the tree: twice the depth of the largest journal.
    public static let proofHashes = 128
    /// Randomness of a nonce.
    public static let nonceBytes = 16
    /// A nonce in base64url.
    static let nonceTextBytes = 22
    /// The header field `Mutasi-Signature`; libcurl and Hummingbird take far longer ones.
    public static let signatureHeaderBytes = 1024
    /// The name of the key in a signature's header.
    public static let keyIDBytes = 64
    /// A region's code, a record's kind, a problem's code.
    public static let nameBytes = 64
    /// A region's name and other texts for people.
    public static let textBytes = 4096
    /// The body of a join request or of a problem.
    public static let smallBodyBytes = 64 << 10
    /// An invitation's address.
    public static let urlBytes = 512
    /// Randomness of an invitation's code: 128 bits at least.
    public static let codeBytes = 16...64
    /// What is read as a code at all, before anything is looked up.
    public static let codeTextBytes = 256
    /// The region's key for ``PersonTag``.
    public static let tagKeyBytes = 32
    /// How long a new invitation holds unless its maker says otherwise: a working week and a weekend.
    public static let invitationLifetime = Duration.seconds(7 * 24 * 3600)
    /// The longest that a coordinator may ask a node to stay away.
    public static let nextSeconds = 0...(7 * 24 * 3600)

    /// What a reader of messages accepts before it looks at members: bodies, operations and details are strings in them, so
    /// messages themselves are flat.
    static func json(maxBytes: Int) -> JSONLimits {
        JSONLimits(maxBytes: maxBytes, maxDepth: 16, maxMembers: 100_000)
    }
}
