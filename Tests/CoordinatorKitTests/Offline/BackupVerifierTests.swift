import CoordinatorKit
import Foundation
import GRDB
import Negotiation
import SyncProtocol
import Testing

@Suite struct BackupVerifierTests {
    private static func backup() async throws -> (region: TestRegion, folder: TemporaryDirectory, path: String) {
        let queue = try DatabaseQueue()
        let store = try SQLiteStore(writer: queue)
        var region = try TestRegion(store: store)
        var node = try await region.node("disdik")
        _ = try await node.sync(
            region.coordinator, [Statement.put("one", to: ["disdik"]), Statement.put("two", to: nil)])
        let folder = try TemporaryDirectory()
        let path = folder.path + "/backup #1.sqlite"
        try store.backup(to: path)
        return (region, folder, path)
    }

    private static func finding(_ path: String, _ key: VerifyingKey) -> String? {
        do {
            _ = try BackupVerifier.verify(path, coordinatorKey: key)
            return nil
        } catch let damage as JournalDamage {
            return damage.code.rawValue
        } catch let failure as StoreFailure {
            return failure.code.rawValue
        } catch {
            return "\(error)"
        }
    }

    @Test func backupVerifiesAndNothingIsWrittenBesideIt() async throws {
        let (region, folder, path) = try await Self.backup()
        let key = region.keys.signing.publicKey
        #expect(try BackupVerifier.verify(path, coordinatorKey: key).hasChecksum == false)
        try Checksum.write(for: path)
        let summary = try BackupVerifier.verify(path, coordinatorKey: nil)
        #expect(summary.hasChecksum && summary.key == key)
        #expect(summary.journal.head.position == 8)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                == ["backup #1.sqlite", "backup #1.sqlite.sha256"])
        #expect(Self.finding(path, SigningKey.generate().publicKey) == "bundle")
    }

    @Test func anyFlippedBitIsFoundByTheChecksum() async throws {
        let (region, folder, path) = try await Self.backup()
        try Checksum.write(for: path)
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        let handle = try #require(FileHandle(forUpdatingAtPath: path))
        // Every byte of the first page, and of the rest one in 61: the hash covers all alike.
        for offset in Array(0..<100) + Array(stride(from: 100, to: bytes.count, by: 61)) {
            try handle.seek(toOffset: UInt64(offset))
            try handle.write(contentsOf: [bytes[offset] ^ 1 << UInt8(offset % 8)])
            #expect(throws: JournalDamage.self) { try Checksum.check(path) }
            try handle.seek(toOffset: UInt64(offset))
            try handle.write(contentsOf: [bytes[offset]])
        }
        #expect(try Checksum.check(path))
        #expect(Self.finding(path, region.keys.signing.publicKey) == nil)
        withExtendedLifetime(folder) {}
    }

    @Test func checksumItselfIsReadStrictly() async throws {
        let (region, folder, path) = try await Self.backup()
        try Checksum.write(for: path)
        let line = try String(contentsOfFile: Checksum.path(of: path), encoding: .utf8)
        for changed in [
            "", "x", line.uppercased(), String(line.dropLast()), line + "\n", line.replacing("#1", with: "#2"),
        ] {
            try changed.write(toFile: Checksum.path(of: path), atomically: false, encoding: .utf8)
            #expect(Self.finding(path, region.keys.signing.publicKey) == "file")
        }
        withExtendedLifetime(folder) {}
    }

    @Test func flippedBitOfAnyRowIsFoundWithoutTheChecksum() async throws {
        let (region, folder, path) = try await Self.backup()
        let key = region.keys.signing.publicKey
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        let changed = folder.path + "/changed"
        // Bytes of the journal, its bundles and its state, wherever they lie.
        for needle in ["\"effects\":[{", "\"jws\":{", "\"text\":\"two\"", "day.advance", "kota-uji", "\"outcome\""] {
            guard let range = whole.range(of: Data(needle.utf8)) else { continue }
            var bytes = whole
            bytes[range.lowerBound + 3] ^= 1
            try bytes.write(to: URL(fileURLWithPath: changed))
            #expect(Self.finding(changed, key) != nil, "\(needle)")
        }
    }
}
