import CoordinatorKit
import Foundation
import GRDB
import Negotiation
import StrictJSON
import SyncProtocol
import Testing

@Suite struct FoundingTests {
    @Test func regionIsFoundedOnce() throws {
        let region = try TestRegion()
        #expect {
            try Coordinator.found(
                TestRegion.founding,
                desk: NodeKeys(signing: SigningKey.generate().publicKey, box: Sodium.randomBytes(32)),
                store: region.store, keys: region.keys)
        } throws: { ($0 as? StoreFailure)?.code == .region }
        #expect(try region.store.read { try $0.head().position } == 3)
    }

    @Test func unknownTimeZoneFoundsNothing() throws {
        try Sodium.start()
        let store = try SQLiteStore(writer: try DatabaseQueue())
        var founding = TestRegion.founding
        founding.zone = "Asia/Atlantis"
        #expect(throws: StoreFailure.self) {
            try Coordinator.found(
                founding, desk: NodeKeys(signing: SigningKey.generate().publicKey, box: Sodium.randomBytes(32)),
                store: store, keys: .generate())
        }
        #expect(try store.read { try $0.region() } == nil)
    }

    @Test func coordinatorRefusesAnotherRegionsKey() throws {
        let region = try TestRegion()
        #expect {
            try Coordinator(store: region.store, keys: .generate())
        } throws: { ($0 as? StoreFailure)?.code == .keys }
    }

    @Test func keysAreMadeOnceForTheOwnerOnly() throws {
        try Sodium.start()
        let directory = try TemporaryDirectory()
        let first = try CoordinatorKeys.loadOrCreate(directory: directory.path)
        let second = try CoordinatorKeys.loadOrCreate(directory: directory.path)
        #expect(first.signing.publicKey == second.signing.publicKey)
        #expect(first.tag == second.tag)
        let path = directory.path + "/" + CoordinatorKeys.signingFile
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(throws: StoreFailure.self) { try CoordinatorKeys.load(directory: directory.path) }
    }
}
