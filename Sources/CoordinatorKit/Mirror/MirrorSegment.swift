import Foundation
import SyncProtocol

/// One file of a ``MirrorFolder``, frame by frame; the format stands there.
struct MirrorSegment {
    private static let headerBytes = 48
    /// What a disk writes as a whole.
    private static let sectorBytes = 512

    let path: String
    /// Whether a half-written frame may stand at its end.
    let isLast: Bool

    static func frame(_ payload: [UInt8]) -> [UInt8] {
        var head = bigEndian(payload.count)
        head += Sodium.sha256(payload)
        return head + Sodium.sha256(head).prefix(8) + payload
    }

    static func bigEndian(_ number: Int) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }

    /// Nil for what no count of bytes can be.
    static func integer(_ bytes: ArraySlice<UInt8>) -> Int? {
        let value = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(exactly: value)
    }

    static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }

    /// The numbers in the names of a folder that have this form, sorted; none when there is no folder.
    static func list(_ folder: String, prefix: String, suffix: String) throws -> [Int] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw MirrorSystem.failure("read", folder)
        }
        return names.compactMap { name in
            guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
            return Int(name.dropFirst(prefix.count).dropLast(suffix.count))
        }.sorted()
    }

    /// Gives the batches in order; returns how many bytes of the file are whole. Throws ``StoreFailure`` `mirror`.
    func read(_ body: (MirrorBatch) throws -> Void) throws -> Int {
        guard let file = FileHandle(forReadingAtPath: path) else { throw MirrorSystem.failure("open", path) }
        defer { try? file.close() }
        guard let size = try? file.seekToEnd() else { throw MirrorSystem.failure("read", path) }
        var offset = 0
        let magic = try bytes(file, at: 0, min(MirrorFolder.magic.count, Int(size)))
        guard magic == MirrorFolder.magic else {
            guard isLast, magic.count < MirrorFolder.magic.count || isBlank(file, from: 0, to: Int(size)) else {
                throw damage("this is no segment of a mirror", 0)
            }
            return 0
        }
        offset = magic.count
        while offset < Int(size) {
            guard let payload = try frame(file, at: offset, size: Int(size)) else { return offset }
            guard let batch = MirrorBatch(parsing: payload) else { throw damage("a batch cannot be read", offset) }
            try body(batch)
            offset += Self.headerBytes + payload.count
        }
        return offset
    }

    /// Removes what stands behind the whole frames.
    func cut(to size: Int, _ system: MirrorSystem) throws {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw MirrorSystem.failure("open", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw MirrorSystem.failure("read", path) }
        guard Int(status.st_size) > size else { return }
        guard ftruncate(descriptor, off_t(size)) == 0, system.sync(descriptor) == 0 else {
            throw MirrorSystem.failure("write", path)
        }
    }

    /// The payload at an offset; nil when it is half-written and may be.
    private func frame(_ file: FileHandle, at offset: Int, size: Int) throws -> [UInt8]? {
        let head = try bytes(file, at: offset, min(Self.headerBytes, size - offset))
        guard head.count == Self.headerBytes else {
            return try torn("a frame ends inside its header", offset)
        }
        guard Sodium.sha256(Array(head[..<40])).starts(with: head[40...]), let length = Self.integer(head[..<8]),
            length <= MirrorLimits.batchBytes
        else {
            guard isBlank(file, from: offset, to: size) else { throw damage("a header does not check", offset) }
            return try torn("a frame was never written", offset)
        }
        let start = offset + Self.headerBytes
        guard length <= size - start else { return try torn("a frame ends inside its payload", offset) }
        let payload = try bytes(file, at: start, length)
        if Sodium.sha256(payload).elementsEqual(head[8..<40]) { return payload }
        guard start + length == size, hasBlankSector(payload, at: start) else {
            throw damage("a payload does not check", offset)
        }
        return try torn("a frame was not written as a whole", offset)
    }

    private func torn(_ what: String, _ offset: Int) throws -> [UInt8]? {
        guard isLast else { throw damage(what, offset) }
        return nil
    }

    private func hasBlankSector(_ payload: [UInt8], at start: Int) -> Bool {
        var position = 0
        while position < payload.count {
            let end = min(payload.count, position + Self.sectorBytes - (start + position) % Self.sectorBytes)
            if payload[position..<end].allSatisfy({ $0 == 0 }) { return true }
            position = end
        }
        return false
    }

    private func isBlank(_ file: FileHandle, from offset: Int, to size: Int) -> Bool {
        var position = offset
        while position < size {
            guard let part = try? bytes(file, at: position, min(1 << 16, size - position)), !part.isEmpty,
                part.allSatisfy({ $0 == 0 })
            else { return false }
            position += part.count
        }
        return true
    }

    private func bytes(_ file: FileHandle, at offset: Int, _ count: Int) throws -> [UInt8] {
        do {
            try file.seek(toOffset: UInt64(offset))
            let data = try file.read(upToCount: count) ?? Data()
            guard data.count == count else { throw damage("the file became shorter", offset) }
            return [UInt8](data)
        } catch let failure as StoreFailure {
            throw failure
        } catch {
            throw StoreFailure(.io, "cannot read \(path)")
        }
    }

    private func damage(_ what: String, _ offset: Int) -> StoreFailure {
        StoreFailure(.mirror, "\(path), byte \(offset): \(what)")
    }
}
