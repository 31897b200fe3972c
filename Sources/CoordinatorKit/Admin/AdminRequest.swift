import Negotiation
import StrictJSON
import SyncProtocol

/// What a command that can read the data directory asks of the process that serves from it: `POST /v1/admin` over the
/// loopback, signed with the coordinator's own key as ``MessageType/admin``.
///
/// `{"act","at","nonce","path"?,"epoch"?,"position"?}`. It holds once and for a minute: both run on one machine, by one clock.
public struct AdminRequest: Sendable {
    /// What can be asked.
    public enum Act: String, Sendable, CaseIterable {
        /// Copy the database to `path`, an absolute one.
        case backup
        /// Remember that a backup up to `epoch` and `position` was made and checked.
        case recordBackup = "record-backup"
        /// Say how a recovery stands.
        case showRecovery = "show-recovery"
        /// End a recovery.
        case endRecovery = "end-recovery"
    }

    /// The address.
    public static let path = "/v1/admin"
    /// How far the request's time may be from the coordinator's.
    static let validSeconds = 60

    public var act: Act
    /// Milliseconds since 1970.
    public var at: Int
    /// Base64url of 16 random bytes.
    public var nonce: String
    public var path: String?
    public var epoch: Int?
    public var position: Int?

    public init(_ act: Act, path: String? = nil, epoch: Int? = nil, position: Int? = nil, at moment: Moment = .now()) {
        self.act = act
        at = moment.milliseconds
        nonce = Base64URL.encode(Sodium.randomBytes(Limits.nonceBytes))
        self.path = path
        self.epoch = epoch
        self.position = position
    }

    /// Reads a request. Throws ``ProtocolError`` or `BodyError`, and `JSONError`.
    init(parsing bytes: [UInt8]) throws {
        let json = try JSON(parsing: bytes)
        guard let act = Act(rawValue: try json.requiredString("act", maxBytes: Limits.nameBytes)) else {
            throw BodyError(path: "/act", expected: "an act")
        }
        self.act = act
        at = try json.requiredInteger("at", in: 0...JSON.integerRange.upperBound)
        nonce = try json.requiredString("nonce", maxBytes: Limits.nameBytes)
        path = try json.optionalString("path", maxBytes: Limits.textBytes)
        epoch = json["epoch"]?.integer
        position = json["position"]?.integer
    }

    /// The bytes to sign and send.
    public func encode() -> [UInt8] {
        var members: [(String, JSONValue)] = [
            ("act", .string(act.rawValue)), ("at", .integer(at)), ("nonce", .string(nonce)),
        ]
        members += path.map { [("path", .string($0))] } ?? []
        members += epoch.map { [("epoch", .integer($0))] } ?? []
        members += position.map { [("position", .integer($0))] } ?? []
        return JSONValue.object(members).encoded
    }
}
