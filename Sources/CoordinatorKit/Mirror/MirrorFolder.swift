import Foundation
import SyncProtocol
import Synchronization

/// A mirror in a folder, best on another disk or another machine's file system.
///
/// `DIR/epoch-000001/00000001.mirror`: for each epoch a folder of segments, numbered from 1 without a gap and only ever
/// appended to. A segment begins with the eight bytes `MUTMIRR1` and then has frames: length of the payload (8 bytes,
/// big-endian), SHA-256 of the payload (32), the first 8 bytes of SHA-256 over those 40, and the payload, a batch as
/// ``MirrorBatch/encoded`` writes it. A frame, a new segment and a new folder are synced before the call returns; a segment
/// past ``MirrorLimits/segmentBytes`` is followed by the next.
///
/// After a crash the last frame of the last segment may be half-written: it is shorter than its header says, or sectors of
/// it were never written and read as zeros. It was not answered from, and is dropped on reading and cut off before
/// writing goes on. A header that does not check, a payload that does not, a missing segment, anything behind a bad frame:
/// all that is damage, and named with file and offset.
public final class MirrorFolder: Mirror {
    static let magic = Array("MUTMIRR1".utf8)

    private struct Writing {
        var epoch = 0
        var number = 0
        var size = 0
    }

    private let path: String
    private let system: MirrorSystem
    /// Where the next frame goes; nil when it is not known.
    private let writing = Mutex<Writing?>(nil)

    /// A mirror in this folder, which is made when a first batch comes.
    public init(_ path: String, system: MirrorSystem = MirrorSystem()) {
        self.path = path
        self.system = system
    }

    public func epochs() throws -> [Int] {
        try MirrorSegment.list(path, prefix: "epoch-", suffix: "").filter { epoch in
            try !segments(epoch).isEmpty
        }
    }

    public func end(of epoch: Int) throws -> MirrorMark? {
        let segments = try segments(epoch)
        var end: MirrorMark?
        // The last frame is in the last segment, or in the one before when a crash left that empty.
        for number in segments.suffix(2) {
            let isLast = number == segments.last
            let segment = MirrorSegment(path: file(epoch, number), isLast: isLast)
            let size = try segment.read { batch in end = batch.mark }
            if isLast {
                try segment.cut(to: size, system)
                writing.withLock { $0 = Writing(epoch: epoch, number: number, size: size) }
            }
        }
        if segments.isEmpty {
            writing.withLock { $0 = Writing(epoch: epoch) }
        }
        return end
    }

    public func append(_ batch: MirrorBatch, epoch: Int) throws {
        let known = writing.withLock { writing in
            defer { writing = nil }
            return writing
        }
        guard var place = known, place.epoch == epoch else {
            throw StoreFailure(.mirror, "the end of the mirror is not known")
        }
        if place.number == 0 || place.size >= MirrorLimits.segmentBytes {
            place.number += 1
            place.size = 0
        }
        if place.size == 0 {
            try system.makeFolder(path)
            try system.makeFolder(folder(epoch))
        }
        let frame = MirrorSegment.frame(batch.encoded)
        place.size += try system.append(
            (place.size == 0 ? Self.magic : []) + frame, to: file(epoch, place.number), isNew: place.size == 0)
        let next = place
        writing.withLock { $0 = next }
    }

    public func read(_ epoch: Int, _ body: (MirrorBatch) throws -> Void) throws {
        let segments = try segments(epoch)
        for number in segments {
            _ = try MirrorSegment(path: file(epoch, number), isLast: number == segments.last).read(body)
        }
    }

    private func segments(_ epoch: Int) throws -> [Int] {
        let numbers = try MirrorSegment.list(folder(epoch), prefix: "", suffix: ".mirror")
        guard numbers == Array(1..<(numbers.count + 1)) else {
            throw StoreFailure(.mirror, "a segment is missing in \(folder(epoch))")
        }
        return numbers
    }

    private func folder(_ epoch: Int) -> String {
        "\(path)/epoch-\(MirrorSegment.digits(epoch, 6))"
    }

    private func file(_ epoch: Int, _ number: Int) -> String {
        "\(folder(epoch))/\(MirrorSegment.digits(number, 8)).mirror"
    }
}
