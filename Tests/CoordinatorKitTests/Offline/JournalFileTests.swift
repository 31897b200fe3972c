import CoordinatorKit
import Foundation
import GRDB
import Negotiation
import SyncProtocol
import Testing

@Suite struct JournalFileTests {
    /// An exported journal of a small region, and its bytes.
    static func exported() async throws -> (
        region: TestRegion, folder: TemporaryDirectory, path: String, bytes: [UInt8]
    ) {
        let (region, _) = try await JournalVerifierTests.region()
        let folder = try TemporaryDirectory()
        let path = folder.path + "/journal"
        _ = try JournalExport.write(region.store, keys: region.keys, to: path)
        return (region, folder, path, Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    }

    private static func write(_ bytes: [UInt8], _ path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    private static func damage(_ path: String, _ key: VerifyingKey) -> JournalDamage? {
        do {
            _ = try JournalVerifier.verify(try JournalFile(path: path), coordinatorKey: key)
            return nil
        } catch {
            return error as? JournalDamage
        }
    }

    @Test func exportVerifiesByItself() async throws {
        let (region, folder, path, _) = try await Self.exported()
        let file = try JournalFile(path: path)
        #expect(file.region == region.coordinator.region)
        #expect(file.coordinatorKey == region.keys.signing.publicKey)
        let summary = try JournalVerifier.verify(file, coordinatorKey: region.keys.signing.publicKey)
        let own = try JournalVerifier.verify(region.store, coordinatorKey: region.keys.signing.publicKey)
        #expect(summary == own)
        #expect(file.checkpoint.head.root == Hex.encode(try region.store.read { try $0.frontier() }.root))
        withExtendedLifetime(folder) {}
    }

    @Test func anyFlippedBitIsFoundInItsFrame() async throws {
        // As small as a journal can be: every byte of it is tried.
        let region = try TestRegion()
        let folder = try TemporaryDirectory()
        let path = folder.path + "/flipped"
        _ = try JournalExport.write(region.store, keys: region.keys, to: folder.path + "/journal")
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/journal")))
        for offset in bytes.indices {
            var flipped = bytes
            flipped[offset] ^= 1 << UInt8(offset % 8)
            try Self.write(flipped, path)
            do {
                _ = try JournalFile(path: path)
                Issue.record("byte \(offset) was not missed")
            } catch let damage as JournalDamage {
                #expect(damage.code == .file)
                let named = try #require(Int(damage.message.dropFirst("byte ".count).prefix { $0.isNumber }))
                #expect(named <= offset, "the frame that is named begins before the byte")
            }
        }
    }

    @Test func exportThatEndsEarlyOrGoesOnIsFound() async throws {
        let (_, folder, _, bytes) = try await Self.exported()
        let path = folder.path + "/cut"
        for count in [0, 1, 16, 17, 20, bytes.count / 2, bytes.count - 37, bytes.count - 1] {
            try Self.write(Array(bytes.prefix(count)), path)
            #expect(throws: JournalDamage.self) { try JournalFile(path: path) }
        }
        try Self.write(bytes + [0], path)
        #expect(throws: JournalDamage.self) { try JournalFile(path: path) }
    }

    @Test func forgedChainIsFoundByWhatIsSigned() async throws {
        let (region, folder, _, bytes) = try await Self.exported()
        let key = region.keys.signing.publicKey
        let path = folder.path + "/forged"
        for (old, new) in [("\\\"text\\\":\\\"two", "\\\"text\\\":\\\"TWO"), ("\"revision\":1", "\"revision\":2")] {
            let text = String(decoding: bytes, as: UTF8.self)
            try #require(text.contains(old))
            try Self.write(try Frames.replacing(old, new, in: bytes), path)
            #expect(Self.damage(path, key) != nil)
            #expect(Self.damage(path, key)?.code != .file)
        }
        try Self.write(bytes, path)
        #expect(Self.damage(path, SigningKey.generate().publicKey)?.code == .checkpoint)
        try Self.write(try Frames.withoutLast(.init(ascii: "E"), in: bytes), path)
        #expect(Self.damage(path, key) != nil)
    }

    @Test func existingFileIsNotWrittenOver() async throws {
        let (region, folder, path, bytes) = try await Self.exported()
        #expect(throws: StoreFailure.self) {
            try JournalExport.write(region.store, keys: region.keys, to: path)
        }
        #expect(Array(try Data(contentsOf: URL(fileURLWithPath: path))) == bytes)
        withExtendedLifetime(folder) {}
    }
}

/// The frames of an export, with their chain made anew after a change: what a forger without keys would write.
private enum Frames {
    static func all(_ bytes: [UInt8]) -> [(kind: UInt8, payload: [UInt8])] {
        var frames: [(UInt8, [UInt8])] = []
        var offset = 17
        while offset < bytes.count {
            let count = bytes[offset + 1..<offset + 5].reduce(0) { $0 << 8 | Int($1) }
            frames.append((bytes[offset], Array(bytes[offset + 5..<offset + 5 + count])))
            offset += 5 + count + 32
        }
        return frames
    }

    static func file(_ frames: [(kind: UInt8, payload: [UInt8])]) -> [UInt8] {
        var bytes = Array("mutasi-journal 1\n".utf8)
        var chain = Sodium.sha256(bytes)
        for frame in frames {
            let count = frame.payload.count
            let head = [frame.kind] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
            chain = Sodium.sha256(chain + head + frame.payload)
            bytes += head + frame.payload + chain
        }
        return bytes
    }

    static func replacing(_ old: String, _ new: String, in bytes: [UInt8]) throws -> [UInt8] {
        file(
            all(bytes).map { frame in
                guard frame.kind == UInt8(ascii: "E") else { return frame }
                return (
                    frame.kind, Array(String(decoding: frame.payload, as: UTF8.self).replacing(old, with: new).utf8)
                )
            })
    }

    static func withoutLast(_ kind: UInt8, in bytes: [UInt8]) throws -> [UInt8] {
        var frames = all(bytes)
        frames.remove(at: try #require(frames.lastIndex { $0.kind == kind }))
        return file(frames)
    }
}
