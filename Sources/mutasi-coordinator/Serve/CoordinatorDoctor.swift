import ArgumentParser
import CoordinatorKit
import NodeKit
import StrictJSON
import Terminal

/// `doctor`: everything that can be wrong with the coordinator's data, the desk beside it, and the way nodes reach it.
struct CoordinatorDoctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check database, keys, disk, clock, certificate and address, and say what to do.",
        discussion: """
            Example: mutasi-coordinator doctor --data /var/lib/mutasi

            Changes nothing. While serve runs it asks that, and looks only at the first page of the database; else it reads the \
            whole database, and serve cannot start meanwhile. Ends with 0 when nothing is bad, else with 1.
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        try await Console.answer(options, language: { options.language() }) {
            let data = try options.directory()
            var checkups = [DiskSpace.check(data), keys(data)]
            let address = try? DeskAddress.read(directory: data)
            checkups.append(database(data))
            let (desk, store) = LocalDoctor(DataDirectory(data + "/" + Workplace.deskFolder)).run()
            // Both stand on one disk.
            checkups += desk.filter { $0.subject != .disk && $0.subject != .backup }
            if let store, let address {
                checkups += try await DoctorCommand.remote(store.identity, url: address.url)
            } else {
                checkups.append(.found(.warning, .notServing, data))
            }
            checkups += await standing(data)
            return (DoctorAnswer.of(checkups), options.language())
        }
    }

    /// Why nothing is decided, when that is so; nothing when it cannot be read, which another check has said.
    private func standing(_ data: String) async -> [Checkup] {
        let recovery = try? await RecoveryShow.read(data)
        return switch recovery?["state"]?.string {
        case "halted": [.found(.bad, .halted, recovery?["reason"]?.string ?? "")]
        case "recovering": [.found(.warning, .recovering, "\(recovery?["awaited"]?.elements?.count ?? 0)")]
        default: []
        }
    }

    private func keys(_ data: String) -> Checkup {
        Self.check(.keys) {
            _ = try CoordinatorKeys.load(directory: data)
            return data
        }
    }

    private func database(_ data: String) -> Checkup {
        Self.check(.database) {
            let version = try DatabaseHeader.version(directory: data)
            do {
                let directory = try CoordinatorDirectory.open(data)
                try directory.store.checkIntegrity()
                let head = try directory.store.read { try $0.head() }
                return "\(data): \(head.position), \(head.day ?? "-")"
            } catch let failure as StoreFailure where failure.code == .locked {
                return "\(data): \(version)"
            }
        }
    }

    private static func check(_ subject: Checkup.Subject, _ body: () throws -> String) -> Checkup {
        do {
            return .ok(subject, try body())
        } catch let failure as StoreFailure {
            return Checkup(subject, .bad, source: "store", code: failure.code.rawValue, detail: failure.message)
        } catch {
            return Checkup(subject, .bad, source: "store", code: "io", detail: "\(type(of: error))")
        }
    }
}
