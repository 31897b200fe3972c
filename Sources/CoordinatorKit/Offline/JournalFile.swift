import Foundation
import Negotiation
import StrictJSON
import SyncProtocol

/// An exported journal, opened: its frames are whole, and their places known. See ``JournalFrame`` for the format, and
/// ``JournalVerifier`` for what the frames say.
public final class JournalFile: JournalSource {
    private struct Place {
        var offset: Int
        var count: Int
    }

    private struct BundleName: Hashable {
        var instance: InstanceID
        var number: Int
    }

    public let region: RegionIdentity
    /// As the file states it; nothing is proven by it.
    public let coordinatorKey: VerifyingKey
    public let checkpoint: Checkpoint
    private let reader: FileReader
    private let entries: [Place]
    private let bundles: [BundleName: Place]

    /// Reads the whole file once. Throws ``JournalDamage`` `file` with the byte from which on it is not what was written, or
    /// ``StoreFailure`` `io`.
    public init(path: String) throws {
        let reader = try FileReader(path: path)
        guard try reader.bytes(at: 0, count: JournalFrame.firstLine.count) == JournalFrame.firstLine else {
            throw Self.damage(0, 0, "the file does not begin as a journal")
        }
        var chain = JournalFrame.firstChain
        var offset = JournalFrame.firstLine.count
        var header: [UInt8]?
        var checkpoint: Checkpoint?
        var entries: [Place] = []
        var bundles: [BundleName: Place] = [:]
        var isEnded = false
        while !isEnded {
            func damage(_ message: String) -> JournalDamage {
                Self.damage(entries.count, offset, message)
            }
            guard let head = try reader.bytes(at: offset, count: JournalFrame.headBytes) else {
                throw damage("the file ends here, in the middle")
            }
            let count = head.dropFirst().reduce(0) { $0 << 8 | Int($1) }
            guard let kind = JournalFrame.Kind(rawValue: head[0]), count <= JournalFrame.payloadLimit,
                let payload = try reader.bytes(at: offset + head.count, count: count),
                let stated = try reader.bytes(at: offset + head.count + count, count: chain.count)
            else { throw damage("no whole frame begins here") }
            chain = JournalFrame.chain(chain, head, payload)
            guard chain == stated else { throw damage("the frame of \(head.count + count + 32) bytes here differs") }
            guard (header == nil) == (kind == .header), checkpoint == nil || kind == .end else {
                throw damage("a frame of this kind has no place here")
            }
            let place = Place(offset: offset + head.count, count: count)
            switch kind {
            case .header: header = payload
            case .entry: entries.append(place)
            case .bundle:
                guard let bundle = try? SyncProtocol.Bundle(parsing: payload) else { throw damage("no bundle") }
                bundles[BundleName(instance: bundle.instance, number: bundle.number)] = place
            case .checkpoint:
                checkpoint = try? Checkpoint(parsing: String(decoding: payload, as: UTF8.self))
                guard checkpoint != nil else { throw damage("no checkpoint") }
            case .end: isEnded = true
            }
            offset += head.count + count + chain.count
        }
        guard offset == reader.count else { throw Self.damage(entries.count, offset, "bytes follow the last frame") }
        guard let header, let json = try? JSON(parsing: header), let region = RegionIdentity(json["region"]),
            let key = json["coordinatorKey"]?.string.flatMap(Base64URL.decode).flatMap({ VerifyingKey(bytes: $0) }),
            let checkpoint
        else { throw Self.damage(0, JournalFrame.firstLine.count, "the header or the checkpoint is missing") }
        self.region = region
        self.coordinatorKey = key
        self.checkpoint = checkpoint
        self.reader = reader
        self.entries = entries
        self.bundles = bundles
    }

    public func entries(after position: Int, limit: Int) throws -> [StoredEntry] {
        try entries.indices.dropFirst(position).prefix(limit).map { index in
            let bytes = try payload(entries[index])
            guard let entry = try? JournalEntry(parsing: bytes),
                let operation = try? Operation(parsing: entry.operation)
            else {
                throw JournalDamage(.entry, at: index + 1, "the entry at byte \(entries[index].offset) cannot be read")
            }
            return StoredEntry(
                position: entry.position, agency: entry.agency, operation: operation.id, instance: entry.instance,
                bundle: entry.bundle, index: entry.index, bytes: bytes, leaf: StoredEntry.leaf(of: bytes))
        }
    }

    public func bundle(_ instance: InstanceID, number: Int) throws -> [UInt8]? {
        try bundles[BundleName(instance: instance, number: number)].map(payload)
    }

    private func payload(_ place: Place) throws -> [UInt8] {
        try Storing.sound(try reader.bytes(at: place.offset, count: place.count), "the file")
    }

    private static func damage(_ position: Int, _ offset: Int, _ message: String) -> JournalDamage {
        JournalDamage(.file, at: position, "byte \(offset): \(message)")
    }
}
