import GRDB
import Statements
import SyncProtocol

/// How many changes a node asks for in one page: as many as its line carries in reasonable time.
///
/// Halved down to ``floor`` when a page was lost on its way or took longer than ``slow``; doubled up to ``ceiling`` when a
/// full page came faster than ``fast``. On a line that breaks every minute the pages become small enough to get through, each
/// one stays when the next one is lost, and a good line soon has large pages again. Pure: time comes as an argument.
package struct PageSize: Equatable, Sendable {
    /// About 25 KB of cards: 25 s on the slowest line in use (GSM data, about 1,000 bytes a second).
    package static let floor = 25
    static let ceiling = Limits.pageRecords.upperBound
    static let slow = Duration.seconds(30)
    static let fast = Duration.seconds(5)

    // floor <= changes <= ceiling
    package private(set) var changes: Int

    /// What is out of bounds, such as a value of another version, counts as the nearest bound.
    package init(changes: Int = Limits.defaultPageRecords) {
        self.changes = min(max(changes, Self.floor), Self.ceiling)
    }

    /// A page came with so many records and retractions. A short page on a slow line says nothing about pages.
    package mutating func arrived(changes count: Int, in elapsed: Duration) {
        if elapsed > Self.slow, count > Self.floor {
            halve()
        } else if elapsed < Self.fast, count >= changes {
            changes = min(changes * 2, Self.ceiling)
        }
    }

    /// No whole reply came. Only what can end a page on its way counts; without a connection no size would help.
    package mutating func lost(_ code: TransportError.Code) {
        switch code {
        case .timeout, .interrupted, .tooLarge: halve()
        case .unreachable, .dns, .tls, .cancelled, .badURL, .proxy, .failed: break
        }
    }

    private mutating func halve() {
        changes = max(changes / 2, Self.floor)
    }
}

extension NodeStore {
    /// What a sync begins with, in one snapshot: the refusal that stopped the node, and the size that the last sync left.
    package func outset() throws -> (stop: SyncRefusal?, size: PageSize) {
        try read { database in
            let kept = try SyncState.read("SELECT pageSize FROM state WHERE id = 1", database) {
                try $0.optionalInteger(0)
            }
            let size = kept.map { PageSize(changes: Int($0)) } ?? PageSize()
            return (try SyncState(database).stop, size)
        }
    }

    package func keep(_ size: PageSize) throws {
        try write { database in
            try database.execute(cached: "UPDATE state SET pageSize = ? WHERE id = 1", arguments: [size.changes])
        }
    }
}
