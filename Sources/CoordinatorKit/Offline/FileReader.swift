import Foundation

/// Bytes of a file by their place.
final class FileReader: Sendable {
    let count: Int
    private let descriptor: Int32
    private let path: String

    /// Throws ``StoreFailure`` `io`.
    init(path: String) throws {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        let end = descriptor < 0 ? -1 : lseek(descriptor, 0, SEEK_END)
        guard end >= 0 else {
            throw StoreFailure(.io, "cannot read \(path): \(String(cString: strerror(errno)))")
        }
        self.path = path
        count = Int(end)
    }

    deinit {
        close(descriptor)
    }

    /// Nil when the file does not have them all. Throws ``StoreFailure`` `io`.
    func bytes(at offset: Int, count wanted: Int) throws -> [UInt8]? {
        guard offset >= 0, wanted >= 0, wanted <= count - offset else { return nil }
        var bytes = [UInt8](repeating: 0, count: wanted)
        var read = 0
        while read < wanted {
            let got = bytes.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress.map { $0 + read }, wanted - read, off_t(offset + read))
            }
            guard got > 0 else {
                throw StoreFailure(.io, "cannot read \(path): \(String(cString: strerror(errno)))")
            }
            read += got
        }
        return bytes
    }
}
