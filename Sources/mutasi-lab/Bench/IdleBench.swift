import ArgumentParser
import CoordinatorKit
import Foundation
import GRDB
import Negotiation
import NodeKit
import SyncProtocol

/// A sync with nothing to say, beside one bare request to the same server on the same kept connection.
struct IdleBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "idle",
        abstract: "A sync with nothing to say, beside one bare HTTPS request to the same server.",
        discussion: """
            A real node with its database on disk, signed both ways, on a kept connection; turn by turn with GET /live over the \
            same connection, and with transactions that sync the disk as often as the sync does.
            """)

    @Option(help: "Rounds.")
    var rounds = 1_000

    @OptionGroup var options: BenchOptions

    func validate() throws {
        guard (10...1_000_000).contains(rounds) else { throw ValidationError("--rounds takes 10 to 1000000.") }
    }

    func run() async throws {
        var report = BenchReport(title: "idle: \(rounds) syncs with nothing to say")
        let region = try BenchRegion(in: options.folder)
        defer { region.remove() }
        guard let agency = try await region.agencies(1).first else { throw BenchFailure("no agency") }
        let folder = region.folder
        let caFile = region.authority.caFile
        let rounds = rounds
        let disk = try Disk(folder: folder)
        let spent = try await region.serving { url in
            let store = try NodeStore.create(
                DataDirectory(folder + "/node"), identity: agency.identity(url: url, caFile: caFile))
            let transport = try CurlTransport(configuration: CurlConfiguration(caFile: caFile))
            defer { transport.close() }
            let session = SyncSession(store, transport: transport)
            let live = TransportRequest(method: .get, url: url + "/live")
            var spent = Spent()
            for _ in 0..<20 {
                _ = try await session.run()
                _ = try await transport.send(live)
            }
            let before = try await region.coordinator.head()
            let rows = (store.rowsWritten, region.store.rowsWritten())
            for _ in 0..<rounds {
                spent.bare.append(try await Stopwatch.seconds { _ = try await transport.send(live) })
                spent.sync.append(
                    try await Stopwatch.seconds {
                        let synced = try await session.run()
                        guard case .complete = synced.ending, synced.exchanges == 1 else {
                            throw BenchFailure("the sync ended as \(synced.ending)")
                        }
                        spent.bytesSent = synced.bytesSent
                        spent.bytesReceived = synced.bytesReceived
                    })
                spent.disk.append(try Stopwatch.seconds { try disk.syncAsOften() })
            }
            let after = try await region.coordinator.head()
            spent.entries = after.position - before.position
            spent.nodeRows = Double(store.rowsWritten - rows.0) / Double(rounds)
            spent.coordinatorRows = Double(region.store.rowsWritten() - rows.1) / Double(rounds)
            return spent
        }
        let bare = spent.median(\.bare)
        let sync = spent.median(\.sync)
        let fsyncs = spent.median(\.disk)
        report.add("bare request", bare * 1e6, "us, median")
        report.add("idle sync", sync * 1e6, "us, median")
        report.add("the same fsyncs alone", fsyncs * 1e6, "us, median")
        report.add("idle sync without its fsyncs, to a bare request", (sync - fsyncs) / bare, "times")
        report.add("bytes sent", Double(spent.bytesSent), "with header fields")
        report.add("bytes received", Double(spent.bytesReceived), "with header fields")
        report.add("rows written at the node", spent.nodeRows, "a sync: before it sends, and with the reply")
        report.add("rows written at the coordinator", spent.coordinatorRows, "a sync")
        report.add("journal entries written", Double(spent.entries), "")
        report.print(json: options.json)
    }

    private struct Spent: Sendable {
        var bare: [Double] = []
        var sync: [Double] = []
        var disk: [Double] = []
        var bytesSent = 0
        var bytesReceived = 0
        var entries = 0
        var nodeRows = 0.0
        var coordinatorRows = 0.0

        func median(_ series: KeyPath<Spent, [Double]>) -> Double {
            let sorted = self[keyPath: series].sorted()
            return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
        }
    }

    /// Transactions of one row with the journal modes of both sides: two of the node's, one of the coordinator's.
    private struct Disk: Sendable {
        private let node: DatabaseQueue
        private let coordinator: DatabaseQueue

        init(folder: String) throws {
            func open(_ name: String, _ mode: String) throws -> DatabaseQueue {
                var configuration = Configuration()
                configuration.prepareDatabase { database in
                    _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = \(mode)")
                    try database.execute(sql: "PRAGMA synchronous = FULL")
                }
                let queue = try DatabaseQueue(path: folder + "/" + name, configuration: configuration)
                try queue.write { database in
                    try database.execute(
                        sql: "CREATE TABLE one (id INTEGER PRIMARY KEY, n INTEGER); INSERT INTO one VALUES (1, 0)")
                }
                return queue
            }
            node = try open("fsync-node.sqlite", "TRUNCATE")
            coordinator = try open("fsync-coordinator.sqlite", "WAL")
        }

        func syncAsOften() throws {
            for queue in [node, coordinator, node] {
                try queue.write { try $0.execute(sql: "UPDATE one SET n = n + 1") }
            }
        }
    }
}

extension NodeStore {
    /// Rows that the connection has written since it was opened.
    fileprivate var rowsWritten: Int {
        writer.writeWithoutTransaction(\.totalChangesCount)
    }
}
