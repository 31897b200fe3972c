import Foundation
import Testing

@testable import CoordinatorKit

@Suite struct StoreLockTests {
    @Test func lockIsFreeAgainAlthoughAForkedChildStillHasTheDescriptor() throws {
        let directory = try TemporaryDirectory()
        var lock: StoreLock? = try StoreLock(directory: directory.path)
        #expect(lock != nil)
        // What a child holds between fork and exec is another descriptor of the same open file.
        let child = dup(try #require(try Self.descriptor(of: directory.path + "/coordinator.lock")))
        defer { close(child) }
        lock = nil
        _ = try StoreLock(directory: directory.path)
    }

    private static func descriptor(of path: String) throws -> Int32? {
        let names = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        return names.first { name in
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + name)) == path
        }.flatMap { Int32($0) }
    }
}
