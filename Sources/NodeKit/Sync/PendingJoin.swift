import StrictJSON
import SyncProtocol

/// The keys of a join that has begun, kept in `join.json` until its reply is stored: the coordinator gives the same reply
/// to the same keys with the same code, so a lost reply costs nothing.
struct PendingJoin {
    var code: String
    var signing: SigningKey
    var box: BoxKey

    /// The pending join with this code, or a new one; durable on return.
    static func begin(code: String, in directory: DataDirectory) throws -> PendingJoin {
        if PrivateFile.exists(directory.join), let pending = PendingJoin(parsing: try PrivateFile.read(directory.join)),
            pending.code.utf8.elementsEqual(code.utf8)
        {
            return pending
        }
        let pending = PendingJoin(code: code, signing: .generate(), box: .generate())
        try PrivateFile.write(pending.json.encoded, to: directory.join)
        return pending
    }

    private init(code: String, signing: SigningKey, box: BoxKey) {
        self.code = code
        self.signing = signing
        self.box = box
    }

    /// Nil for a file that a crash or a person left in another form; the join then begins anew.
    private init?(parsing bytes: [UInt8]) {
        guard let json = try? JSON(parsing: bytes), let code = json["code"]?.string,
            let signing = json["signing"]?.string.flatMap(Base64URL.decode).flatMap({ try? SigningKey(seed: $0) }),
            let box = json["box"]?.string.flatMap(Base64URL.decode).flatMap({ try? BoxKey(seed: $0) })
        else { return nil }
        self.init(code: code, signing: signing, box: box)
    }

    private var json: JSONValue {
        .object([
            ("code", .string(code)), ("signing", .string(Base64URL.encode(signing.seed))),
            ("box", .string(Base64URL.encode(box.seed))),
        ])
    }
}
