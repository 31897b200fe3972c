import Foundation
import SyncProtocol

/// The coordinator's secrets, each in a file of its own in the data directory that only its owner may read.
///
/// `coordinator.key` holds the seed of the Ed25519 key that signs receipts, days and enrolments; `tag.key` the region's key
/// for the hashes that stand for persons. Both are 43 characters of base64url and a line end.
public struct CoordinatorKeys: Sendable {
    public static let signingFile = "coordinator.key"
    public static let tagFile = "tag.key"

    public let signing: SigningKey
    /// 32 bytes; given to registries only.
    public let tag: [UInt8]

    public init(signing: SigningKey, tag: [UInt8]) {
        self.signing = signing
        self.tag = tag
    }

    public static func generate() -> CoordinatorKeys {
        CoordinatorKeys(signing: .generate(), tag: Sodium.randomBytes(32))
    }

    /// Reads both files. Throws ``StoreFailure`` `keys`.
    public static func load(directory: String) throws -> CoordinatorKeys {
        let seed = try read(directory + "/" + signingFile)
        guard let signing = try? SigningKey(seed: seed) else {
            throw StoreFailure(.keys, "\(signingFile) does not hold a key")
        }
        return CoordinatorKeys(signing: signing, tag: try read(directory + "/" + tagFile))
    }

    /// Reads the files, and makes those that are missing, durable on return.
    public static func loadOrCreate(directory: String) throws -> CoordinatorKeys {
        for (file, fresh) in [(signingFile, SigningKey.generate().seed), (tagFile, Sodium.randomBytes(32))]
        where !FileManager.default.fileExists(atPath: directory + "/" + file) {
            try create(directory + "/" + file, Array((Base64URL.encode(fresh) + "\n").utf8))
        }
        try synchronize(directory: directory)
        return try load(directory: directory)
    }

    private static func read(_ path: String) throws -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw StoreFailure(.keys, "\(path) is missing; restore it from the backup of the keys")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw StoreFailure(.keys, "\(path) can be read by others; run chmod 600 on it")
        }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let bytes = Base64URL.decode(text.trimmingCharacters(in: .newlines)), bytes.count == 32
        else { throw StoreFailure(.keys, "\(path) does not hold 32 bytes in base64url") }
        return bytes
    }

    private static func create(_ path: String, _ bytes: [UInt8]) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StoreFailure(.keys, "cannot create \(path): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            unlink(path)
            throw StoreFailure(.keys, "cannot write \(path): \(String(cString: strerror(errno)))")
        }
    }

    /// Makes the files' names durable.
    private static func synchronize(directory: String) throws {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreFailure(.keys, "cannot open \(directory)") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreFailure(.keys, "cannot write \(directory)") }
    }
}
