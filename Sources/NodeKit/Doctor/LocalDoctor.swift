import Negotiation
import SyncProtocol

/// What can be checked about a node without a network, each check apart so that one finding hides no other.
public struct LocalDoctor: Sendable {
    public let directory: DataDirectory
    private let now: Stamp

    public init(_ directory: DataDirectory, at now: Stamp = .now()) {
        self.directory = directory
        self.now = now
    }

    /// The checks in order, and the store when it could be opened. Reads the whole database; changes nothing that an ordinary
    /// command would not.
    public func run() -> (checkups: [Checkup], store: NodeStore?) {
        var checkups = [
            Self.check(.directory) {
                try directory.check()
                return directory.path
            },
            DiskSpace.check(directory.path),
        ]
        if checkups[0].verdict == .bad { return (checkups, nil) }
        checkups.append(
            Self.check(.keys) {
                try directory.checkHoldsNode()
                return try NodeIdentity(parsing: PrivateFile.read(directory.keys)).node.text
            })
        do {
            let store = try NodeStore.open(directory)
            checkups += contents(of: store)
            return (checkups, store)
        } catch {
            if checkups.allSatisfy({ $0.verdict != .bad }) {
                checkups.append(Self.failed(.database, error))
            }
            return (checkups, nil)
        }
    }

    private func contents(of store: NodeStore) -> [Checkup] {
        do {
            let findings = try store.inspect().map(Self.checkup)
            var checkups = findings.filter { $0.subject == .database }
            if checkups.isEmpty {
                checkups.append(.ok(.database, directory.database))
            }
            let rest = findings.filter { $0.subject == .contents }
            let status = try store.status(at: now)
            return checkups + (rest.isEmpty ? [.ok(.contents, "\(status.view.count)")] : rest) + everyday(status)
        } catch {
            return [Self.failed(.database, error)]
        }
    }

    private func everyday(_ status: NodeStatus) -> [Checkup] {
        var checkups: [Checkup] = []
        switch status.state {
        case .working, .damaged: break
        case .stale, .unknown, .superseded, .revoked:
            checkups.append(.found(.bad, .nodeStopped, status.refusal?.code ?? status.state.rawValue))
        case .forked: checkups.append(.found(.bad, .coordinatorForked, status.head.map { "\($0.position)" } ?? ""))
        case .diverged: checkups.append(.found(.warning, .viewDiverged, status.cursor.map { "\($0.position)" } ?? ""))
        }
        let seen = status.completeAt?.text ?? "-"
        if status.doubts.contains(.outdated) {
            checkups.append(.found(.warning, .viewOutdated, seen))
        }
        if checkups.isEmpty {
            checkups.append(.ok(.sync, seen))
        }
        let backup = status.upkeep.lastBackup ?? "-"
        checkups.append(status.upkeep.isOld(at: now) ? .found(.warning, .backupOld, backup) : .ok(.backup, backup))
        let clock = status.doubts.compactMap { doubt -> Checkup? in
            let detail = "\(status.day ?? "-"), \(now.text)"
            return switch doubt {
            case .outdated: nil
            case .oldDay: .found(.warning, .dayOld, detail)
            case .dayAhead: .found(.warning, .dayAhead, detail)
            case .frozen: .found(.warning, .serverFrozen, detail)
            }
        }
        return checkups + (clock.isEmpty ? [.ok(.clock, now.text)] : clock)
    }

    private static func checkup(_ finding: NodeFinding) -> Checkup {
        switch finding {
        case .database(let text): .found(.bad, .databaseDamaged, text)
        case .danglingRows(let count): .found(.bad, .databaseDamaged, "\(finding.code) \(count)")
        case .replica: .found(.bad, .replicaDamaged, finding.code)
        case .index(let records): .found(.bad, .replicaDamaged, "\(finding.code) \(records)")
        case .outbox: .found(.bad, .outboxDamaged, finding.code)
        }
    }

    private static func check(_ subject: Checkup.Subject, _ body: () throws -> String) -> Checkup {
        do {
            return .ok(subject, try body())
        } catch {
            return failed(subject, error)
        }
    }

    private static func failed(_ subject: Checkup.Subject, _ error: any Error) -> Checkup {
        let failure = error as? NodeFailure ?? NodeFailure.damaged("\(type(of: error))")
        return .failed(subject, failure)
    }
}
