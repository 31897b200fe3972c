import Foundation
import Negotiation
import SyncProtocol
import Synchronization
import Testing

@testable import CoordinatorKit

@Suite struct MirrorFolderTests {
    static func batch(_ number: Int) -> MirrorBatch {
        MirrorBatch(
            bundles: [Array("bundle \(number)".utf8)],
            attachments: [Attachment(salt: Sodium.sha256([1]), bytes: Array("scan \(number)".utf8))],
            entries: [Array("entry \(number)".utf8)],
            mark: MirrorMark(
                position: number, leaf: Sodium.sha256([UInt8(number)]), bundleRow: number, attachmentRow: number))
    }

    static func all(_ mirror: any Mirror, _ epoch: Int = 1) throws -> [MirrorBatch] {
        var batches: [MirrorBatch] = []
        try mirror.read(epoch) { batches.append($0) }
        return batches
    }

    /// A mirror of three batches, and its one file.
    static func made(_ folder: TemporaryDirectory) throws -> (MirrorFolder, String) {
        let mirror = MirrorFolder(folder.path + "/mirror")
        #expect(try mirror.end(of: 1) == nil)
        for number in 1...3 {
            try mirror.append(batch(number), epoch: 1)
        }
        return (mirror, folder.path + "/mirror/epoch-000001/00000001.mirror")
    }

    @Test func batchesComeBackInOrderAndEachEpochApart() throws {
        let folder = try TemporaryDirectory()
        let (mirror, _) = try Self.made(folder)
        #expect(try mirror.end(of: 2) == nil)
        try mirror.append(Self.batch(9), epoch: 2)
        let again = MirrorFolder(folder.path + "/mirror")
        #expect(try Self.all(again) == [1, 2, 3].map(Self.batch))
        #expect(try Self.all(again, 2) == [Self.batch(9)])
        #expect(try again.epochs() == [1, 2])
        #expect(try again.end(of: 1) == Self.batch(3).mark)
    }

    @Test func filesAreTheOwnersAlone() throws {
        let folder = try TemporaryDirectory()
        let (_, file) = try Self.made(folder)
        var status = stat()
        #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(stat(folder.path + "/mirror", &status) == 0 && status.st_mode & 0o777 == 0o700)
    }

    @Test func frameThatEndsEarlyIsDroppedAndCutOffBeforeWritingGoesOn() throws {
        let whole = try TemporaryDirectory()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: Self.made(whole).1))
        let last = MirrorSegment.frame(Self.batch(3).encoded).count
        for missing in 1..<last {
            let folder = try TemporaryDirectory()
            let (_, file) = try Self.made(folder)
            try bytes.dropLast(missing).write(to: URL(fileURLWithPath: file))
            let mirror = MirrorFolder(folder.path + "/mirror")
            #expect(try Self.all(mirror) == [1, 2].map(Self.batch), "\(missing) bytes missing")
            #expect(try mirror.end(of: 1) == Self.batch(2).mark)
            try mirror.append(Self.batch(4), epoch: 1)
            #expect(try Self.all(mirror) == [1, 2, 4].map(Self.batch))
        }
    }

    @Test func everyFlippedByteIsNamedWithItsFrame() throws {
        let folder = try TemporaryDirectory()
        let (mirror, file) = try Self.made(folder)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        for offset in bytes.indices {
            var flipped = bytes
            flipped[offset] ^= 0x40
            try flipped.write(to: URL(fileURLWithPath: file))
            #expect("offset \(offset)") { try Self.all(mirror) } throws: { ($0 as? StoreFailure)?.code == .mirror }
        }
    }

    @Test func sectorThatWasNeverWrittenEndsTheLastFrameOnly() throws {
        let folder = try TemporaryDirectory()
        let mirror = MirrorFolder(folder.path + "/mirror")
        _ = try mirror.end(of: 1)
        var large = Self.batch(2)
        large.entries = [Array(repeating: UInt8(ascii: "x"), count: 4096)]
        try mirror.append(Self.batch(1), epoch: 1)
        try mirror.append(large, epoch: 1)
        let file = URL(fileURLWithPath: folder.path + "/mirror/epoch-000001/00000001.mirror")
        var bytes = try Data(contentsOf: file)
        bytes.replaceSubrange(1024..<1536, with: Data(count: 512))
        try bytes.write(to: file)
        #expect(try Self.all(mirror) == [Self.batch(1)])
        // With a frame behind it the same is damage.
        try (bytes + Data(MirrorSegment.frame(Self.batch(3).encoded))).write(to: file)
        #expect { try Self.all(mirror) } throws: { ($0 as? StoreFailure)?.code == .mirror }
    }

    @Test func missingSegmentIsNamed() throws {
        let folder = try TemporaryDirectory()
        let (mirror, file) = try Self.made(folder)
        try FileManager.default.moveItem(atPath: file, toPath: file.replacing("00000001", with: "00000002"))
        #expect { try Self.all(mirror) } throws: { ($0 as? StoreFailure)?.code == .mirror }
    }

    /// The n-th write or sync fails, for every n; a write may also take only a part.
    @Test(arguments: [false, true]) func afterAnyFailedCallTheSameBatchCanBeAddedAgain(partly: Bool) throws {
        for number in 1...40 {
            let folder = try TemporaryDirectory()
            let left = Countdown(number)
            let fails: @Sendable () -> Bool = { left.isOver() }
            let system = MirrorSystem(
                write: { descriptor, bytes in
                    guard fails() else { return Glibc.write(descriptor, bytes.baseAddress, bytes.count) }
                    if partly { _ = Glibc.write(descriptor, bytes.baseAddress, bytes.count / 2) }
                    errno = ENOSPC
                    return -1
                },
                sync: { descriptor in
                    errno = EIO
                    return fails() ? -1 : fsync(descriptor)
                })
            let mirror = MirrorFolder(folder.path + "/mirror", system: system)
            var expected: [MirrorBatch] = []
            var known: MirrorMark?
            for batch in [1, 2, 3].map(Self.batch) {
                while known != batch.mark {
                    do {
                        known = try mirror.end(of: 1)
                        if known == batch.mark { break }
                        try mirror.append(batch, epoch: 1)
                        known = batch.mark
                    } catch is StoreFailure {
                        continue
                    }
                }
                expected.append(batch)
            }
            #expect(try Self.all(mirror) == expected, "call \(number)")
        }
    }
}

/// Says true at the n-th question, once.
private final class Countdown: Sendable {
    private let left: Mutex<Int>

    init(_ number: Int) {
        left = Mutex(number)
    }

    func isOver() -> Bool {
        left.withLock { left in
            left -= 1
            return left == 0
        }
    }
}
