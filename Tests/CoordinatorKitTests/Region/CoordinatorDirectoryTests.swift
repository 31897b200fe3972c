import CoordinatorKit
import Foundation
import SyncProtocol
import Testing

@Suite struct CoordinatorDirectoryTests {
    static func code(_ body: () throws -> CoordinatorDirectory) throws -> StoreFailure.Code? {
        do {
            _ = try body()
            return nil
        } catch let failure as StoreFailure {
            return failure.code
        }
    }

    static func found(in directory: CoordinatorDirectory) throws {
        _ = try Coordinator.found(
            TestRegion.founding,
            desk: NodeKeys(signing: SigningKey.generate().publicKey, box: Sodium.randomBytes(32)),
            store: directory.store, keys: directory.keys, log: TestRegion.quiet)
    }

    @Test func preparedDirectoryIsFoundedOnceAndOpenedAgain() throws {
        try Sodium.start()
        let parent = try TemporaryDirectory()
        let path = parent.path + "/coordinator"
        _ = try CoordinatorDirectory.prepare(path)
        // As after an init that was interrupted.
        try Self.found(in: try CoordinatorDirectory.prepare(path))
        #expect(try Self.code { try CoordinatorDirectory.prepare(path) } == .region)
        let opened = try CoordinatorDirectory.open(path)
        let coordinator = try Coordinator(store: opened.store, keys: opened.keys, log: TestRegion.quiet)
        #expect(coordinator.region.code == TestRegion.founding.code)
        #expect(try Self.code { try CoordinatorDirectory.open(path) } == .locked)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o700)
    }

    @Test func directoryWithoutARegionIsNotOpened() throws {
        try Sodium.start()
        let parent = try TemporaryDirectory()
        #expect(try Self.code { try CoordinatorDirectory.open(parent.path) } == .region)
        #expect(try Self.code { try CoordinatorDirectory.open(parent.path + "/none") } == .region)
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path) == [])
        let path = parent.path + "/coordinator"
        _ = try CoordinatorDirectory.prepare(path)
        #expect(try Self.code { try CoordinatorDirectory.open(path) } == .region)
    }

    @Test func directoryThatOthersMayEnterIsRefused() throws {
        try Sodium.start()
        let parent = try TemporaryDirectory()
        let path = parent.path + "/coordinator"
        try Self.found(in: try CoordinatorDirectory.prepare(path))
        try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: path)
        #expect(try Self.code { try CoordinatorDirectory.open(path) } == .permissions)
    }

    @Test func lostKeyOfAFoundedRegionIsNotMadeAnew() throws {
        try Sodium.start()
        let parent = try TemporaryDirectory()
        let path = parent.path + "/coordinator"
        try Self.found(in: try CoordinatorDirectory.prepare(path))
        try FileManager.default.removeItem(atPath: path + "/" + CoordinatorKeys.signingFile)
        #expect(try Self.code { try CoordinatorDirectory.open(path) } == .keys)
    }
}
