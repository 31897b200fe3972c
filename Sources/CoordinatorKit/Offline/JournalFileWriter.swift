import Foundation
import Negotiation
import StrictJSON
import SyncProtocol

/// Writes a ``JournalFrame`` file.
struct JournalFileWriter {
    private let descriptor: Int32
    private let path: String
    private var chain = JournalFrame.firstChain
    private var buffer = JournalFrame.firstLine
    /// The last bundle of each instance that was written.
    private var bundles: [InstanceID: Int] = [:]

    /// What was written, for a report.
    struct Summary {
        var head: Head
        var bundles: Int
        var bytes: Int
    }

    /// Writes the journal of a snapshot into a new file for its owner alone, durable on return.
    ///
    /// Throws ``StoreFailure``; then there is no file.
    static func write(_ snapshot: any StoreSnapshot, keys: CoordinatorKeys, to path: String) throws -> Summary {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("create", path) }
        defer { close(descriptor) }
        do {
            var writer = JournalFileWriter(descriptor: descriptor, path: path)
            return try writer.run(snapshot, keys)
        } catch {
            unlink(path)
            throw error
        }
    }

    private init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    private mutating func run(_ snapshot: any StoreSnapshot, _ keys: CoordinatorKeys) throws -> Summary {
        guard let region = try snapshot.region() else {
            throw StoreFailure(.region, "no region is founded here")
        }
        let header = JSONValue.object([
            ("region", region.json), ("coordinatorKey", .string(Base64URL.encode(keys.signing.publicKey.bytes))),
        ])
        try frame(.header, header.encoded)
        var position = 0
        while true {
            let entries = try snapshot.entries(after: position, limit: 500)
            guard let last = entries.last else { break }
            for entry in entries {
                try follow(entry.instance, through: entry.bundle, in: snapshot)
                try frame(.entry, entry.bytes)
            }
            position = last.position
        }
        for instance in bundles.keys.sorted() {
            while try snapshot.bundle(instance, number: (bundles[instance] ?? 0) + 1) != nil {
                try follow(instance, through: (bundles[instance] ?? 0) + 1, in: snapshot)
            }
        }
        let root = try JournalRoot(headOf: snapshot)
        try frame(.checkpoint, Array(root.checkpoint(of: region.code, key: keys.signing).text.utf8))
        try frame(.end, [])
        try flush()
        guard fsync(descriptor) == 0 else { throw Self.failure("write", path) }
        return Summary(
            head: root.head, bundles: bundles.values.reduce(0, +), bytes: Int(lseek(descriptor, 0, SEEK_CUR)))
    }

    private mutating func follow(_ instance: InstanceID, through number: Int, in snapshot: any StoreSnapshot) throws {
        var next = (bundles[instance] ?? 0) + 1
        while next <= number {
            try frame(
                .bundle, Storing.sound(try snapshot.bundle(instance, number: next), "a bundle of the journal"))
            bundles[instance] = next
            next += 1
        }
    }

    private mutating func frame(_ kind: JournalFrame.Kind, _ payload: [UInt8]) throws {
        guard payload.count <= JournalFrame.payloadLimit else {
            throw StoreFailure(.damaged, "the journal holds \(payload.count) bytes in one place; run verify")
        }
        let head = JournalFrame.head(kind, payload.count)
        chain = JournalFrame.chain(chain, head, payload)
        buffer += head
        buffer += payload
        buffer += chain
        if buffer.count >= 1 << 16 {
            try flush()
        }
    }

    private mutating func flush() throws {
        var written = 0
        while written < buffer.count {
            let count = buffer[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Self.failure("write", path) }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private static func failure(_ verb: String, _ path: String) -> StoreFailure {
        StoreFailure(.io, "cannot \(verb) \(path): \(String(cString: strerror(errno)))")
    }
}
