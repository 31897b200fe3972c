/// Why the coordinator did not answer a request with a reply; the raw values are stable and travel.
public enum ProblemCode: String, CaseIterable, Sendable {
    case badRequest = "bad-request"
    case badSignature = "bad-signature"
    case unknownNode = "unknown-node"
    case revoked
    case invitationInvalid = "invitation-invalid"
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    case timeout
    case stale
    case superseded
    case wrongRegion = "wrong-region"
    case tooLarge = "too-large"
    case unsupportedMedia = "unsupported-media"
    case badBundle = "bad-bundle"
    case unsupportedVersion = "unsupported-version"
    case `internal`
    case busy
    case unavailable
    case recovering
    case foreignHead = "foreign-head"

    /// The HTTP status with which it is sent.
    public var status: Int {
        switch self {
        case .badRequest, .unsupportedVersion: 400
        case .badSignature, .unknownNode: 401
        case .revoked, .invitationInvalid: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .timeout: 408
        case .stale, .superseded, .wrongRegion, .foreignHead: 409
        case .tooLarge: 413
        case .unsupportedMedia: 415
        case .badBundle: 422
        case .internal: 500
        case .busy, .unavailable, .recovering: 503
        }
    }

    /// What happened, in one English sentence; the problem's title.
    public var meaning: String {
        switch self {
        case .badRequest: "The message does not have the form that the protocol asks for."
        case .badSignature: "The signature does not fit the message and the key that it names."
        case .unknownNode: "The coordinator knows no node of this name."
        case .revoked: "The node's key was revoked."
        case .invitationInvalid: "The invitation's code is wrong, used, or past its time."
        case .notFound: "There is nothing at this address."
        case .methodNotAllowed: "The address does not take this method."
        case .timeout: "The request did not arrive in time."
        case .stale: "The exchange does not follow the last one: the node is an older copy, or there are two of it."
        case .superseded: "Another instance has taken this node's place."
        case .wrongRegion: "The coordinator serves another region."
        case .tooLarge: "The message is beyond a limit."
        case .unsupportedMedia: "The message is not application/json."
        case .badBundle: "The bundle is not the next one of this instance."
        case .unsupportedVersion: "The coordinator does not speak this version of the wire."
        case .internal: "The coordinator failed at something that it should be able to do."
        case .busy: "The coordinator has as much to do as it can take."
        case .unavailable: "The coordinator cannot store anything at present."
        case .recovering:
            "The coordinator was restored and collects what its backup lacks; nothing is decided meanwhile."
        case .foreignHead: "The coordinator's journal does not hold the head that the node has seen."
        }
    }

    /// What the client, or the person beside it, does now.
    public var remedy: String {
        switch self {
        case .badRequest, .unsupportedMedia, .notFound, .methodNotAllowed:
            "Do not repeat it: compare the client with the protocol, and the address with the invitation."
        case .badSignature:
            "Check that the node still has the key with which it joined; ask the BKD for a new invitation if not."
        case .unknownNode: "Keep everything, delete nothing, and ask the BKD; the coordinator may have been restored."
        case .revoked:
            "Stop syncing. If the problem is signed, delete the records of others; drafts stay and can be printed."
        case .invitationInvalid: "Ask the BKD for a new invitation."
        case .timeout: "Repeat the same bytes over a better line."
        case .stale: "Do not repeat it: ask the BKD for a new invitation; drafts stay."
        case .superseded: "Stop syncing and find out who uses the copy; a second machine joins as its own node."
        case .wrongRegion: "Compare the address with the invitation."
        case .tooLarge: "Send less: the problem names the limit."
        case .badBundle:
            "Do not repeat it: the copy of the node is damaged or mixed; keep it, and ask the BKD for a new invitation."
        case .unsupportedVersion: "Update the program; its queue stays and is sent afterwards."
        case .internal: "Repeat the same bytes later; tell the BKD the incident that the problem names."
        case .busy, .unavailable: "Repeat the same bytes after the time in Retry-After."
        case .recovering: "Hand in the bundles and receipts after the cut, then repeat after the time in Retry-After."
        case .foreignHead: "Repeat the exchange and show the signed checkpoint of that head."
        }
    }

    /// Whether the same bytes may succeed later with nobody doing anything.
    public var isTransient: Bool {
        switch self {
        case .timeout, .internal, .busy, .unavailable, .recovering: true
        default: false
        }
    }
}
