import Foundation

/// Free space where a data directory stands.
public enum DiskSpace {
    /// A coordinator's busiest year is about 1 GiB; a node's import with its journal stays under a tenth of that.
    static let lowBytes = 512 << 20
    /// Under this the next transaction may fail.
    static let fullBytes = 32 << 20

    /// What this user may still write; nil when the system does not say.
    static func freeBytes(_ path: String) -> Int? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        let (bytes, isOver) = Int(clamping: status.f_bavail).multipliedReportingOverflow(
            by: Int(clamping: status.f_frsize))
        return isOver ? Int.max : bytes
    }

    public static func check(_ path: String) -> Checkup {
        guard let free = freeBytes(path) else {
            return .found(.warning, .diskLow, "\(path): \(String(cString: strerror(errno)))")
        }
        return judge(freeBytes: free)
    }

    static func judge(freeBytes free: Int) -> Checkup {
        let text = "\(free >> 20) MiB"
        if free < fullBytes { return .found(.bad, .diskFull, text) }
        return free < lowBytes ? .found(.warning, .diskLow, text) : .ok(.disk, text)
    }
}
