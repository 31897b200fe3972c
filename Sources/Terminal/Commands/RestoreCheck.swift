import Foundation
import NodeKit
import StrictJSON

/// When it was last shown that the coordinator's backup can be restored: `restore-check.json` in its data directory, written by
/// `restore --check`.
public struct RestoreCheck: Equatable, Sendable {
    static let fileName = "restore-check.json"
    /// A check that is older is told as a fault: a month, and some days to do it in.
    public static let limitDays = 35

    /// RFC 3339, by this machine's clock.
    public var at: String
    /// The journal position that the restore would reach.
    public var position: Int

    public init(at: String, position: Int) {
        self.at = at
        self.position = position
    }

    public static func path(in directory: String) -> String {
        directory + "/" + fileName
    }

    public var json: JSONValue {
        .object([("at", .string(at)), ("position", .integer(position))])
    }

    /// The last one; nil when there was none, or its file cannot be read.
    public static func last(in directory: String) -> RestoreCheck? {
        guard let data = FileManager.default.contents(atPath: path(in: directory)), data.count <= 4096,
            let json = try? JSON(parsing: Array(data)), let at = json["at"]?.string,
            let position = json["position"]?.integer
        else { return nil }
        return RestoreCheck(at: at, position: position)
    }

    /// Whole days since then; nil when the time cannot be read.
    public func ageDays(now: Date = Date()) -> Int? {
        guard let date = try? Date(at, strategy: Date.ISO8601FormatStyle()) else { return nil }
        return Int((now.timeIntervalSince(date) / 86_400).rounded(.down))
    }

    /// Whether the check is too old to count on.
    public func isOld(now: Date = Date()) -> Bool {
        ageDays(now: now).map { $0 > Self.limitDays } ?? true
    }
}

extension Workplace {
    /// At the desk: when a restore of the coordinator was last tried; nil when it never was, and at other nodes.
    var restoreCheck: RestoreCheck? {
        guard program == .coordinator, let path = store.directory?.path else { return nil }
        return RestoreCheck.last(in: String(path.dropLast(Workplace.deskFolder.count + 1)))
    }
}
