import CoordinatorKit
import Foundation
import NodeKit
import StrictJSON
import SyncProtocol
import Terminal

/// The keys of the desk's node between their making and the node's: `desk-keys.json`, so that an interrupted `init` goes on
/// with the keys that the region was founded with.
struct DeskKeys {
    static let fileName = "desk-keys.json"
    private static let byteLimit = 4096

    var signing: SigningKey
    var box: BoxKey

    /// What the region knows of them.
    var enrolled: NodeKeys { NodeKeys(signing: signing.publicKey, box: box.publicKey) }

    /// The keys that an earlier run left, or new ones; durable on return.
    static func begin(_ directory: String) throws -> DeskKeys {
        let path = directory + "/" + fileName
        if let keys = try? read(path) { return keys }
        let keys = DeskKeys(signing: .generate(), box: .generate())
        let json = JSONValue.object([
            ("signing", .string(Base64URL.encode(keys.signing.seed))),
            ("box", .string(Base64URL.encode(keys.box.seed))),
        ])
        try PrivateFile.write(json.encoded, to: path)
        return keys
    }

    static func remove(_ directory: String) {
        try? PrivateFile.remove(directory + "/" + fileName)
    }

    private static func read(_ path: String) throws -> DeskKeys? {
        guard PrivateFile.exists(path) else { return nil }
        let json = try JSON(parsing: CommandFile.read(path, maxBytes: byteLimit))
        guard let signing = json["signing"]?.string.flatMap(Base64URL.decode),
            let box = json["box"]?.string.flatMap(Base64URL.decode)
        else { return nil }
        return DeskKeys(signing: try SigningKey(seed: signing), box: try BoxKey(seed: box))
    }
}
