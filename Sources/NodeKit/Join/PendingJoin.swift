import Negotiation
import StrictJSON
import SyncProtocol

/// A join that has begun: the invitation's line and the keys that were made for it, kept in `join.json` until its reply is
/// stored. The coordinator gives the same reply to the same keys with the same code, so a lost reply costs nothing, and the
/// reply may come in a file days later.
struct PendingJoin {
    var line: String
    var caPath: String?
    var signing: SigningKey
    var box: BoxKey

    /// The pending join in this file with the line's code, or a new one; durable on return.
    static func begin(_ invitation: InvitationLine, caPath: String?, at path: String) throws -> PendingJoin {
        if var pending = try read(path), let earlier = try? InvitationLine(parsing: pending.line),
            earlier.code.utf8.elementsEqual(invitation.code.utf8)
        {
            pending.line = invitation.line
            pending.caPath = caPath ?? pending.caPath
            return pending
        }
        let pending = PendingJoin(line: invitation.line, caPath: caPath, signing: .generate(), box: .generate())
        try pending.write(to: path)
        return pending
    }

    /// Nil when there is none, or one that a crash or a person left in another form; the join then begins anew.
    static func read(_ path: String) throws -> PendingJoin? {
        guard PrivateFile.exists(path), let json = try? JSON(parsing: try PrivateFile.read(path)) else { return nil }
        return PendingJoin(json)
    }

    func write(to path: String) throws {
        try PrivateFile.write(JSONValue.object(members).encoded, to: path)
    }

    /// What is asked of the coordinator; `agency` is that of the node which joins anew.
    func request(agency: AgencyCode? = nil, wire: Int = Limits.wire) throws -> JoinRequest {
        JoinRequest.make(code: try invitation().code, key: signing, box: box.publicKey, agency: agency, wire: wire)
    }

    func invitation() throws -> InvitationLine {
        try InvitationLine(parsing: line)
    }

    private init(line: String, caPath: String?, signing: SigningKey, box: BoxKey) {
        self.line = line
        self.caPath = caPath
        self.signing = signing
        self.box = box
    }

    init?(_ json: JSON) {
        guard let line = json["line"]?.string,
            let signing = json["signing"]?.string.flatMap(Base64URL.decode).flatMap({ try? SigningKey(seed: $0) }),
            let box = json["box"]?.string.flatMap(Base64URL.decode).flatMap({ try? BoxKey(seed: $0) })
        else { return nil }
        self.init(line: line, caPath: json["ca"]?.string, signing: signing, box: box)
    }

    var members: [(String, JSONValue)] {
        [
            ("line", .string(line)), ("signing", .string(Base64URL.encode(signing.seed))),
            ("box", .string(Base64URL.encode(box.seed))),
        ] + (caPath.map { [("ca", .string($0))] } ?? [])
    }
}
