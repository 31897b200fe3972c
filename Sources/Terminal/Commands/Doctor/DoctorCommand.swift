import ArgumentParser
import Negotiation
import NodeKit

/// `doctor`: everything that can be wrong with this node and with the way to its coordinator.
public struct DoctorCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check database, keys, disk, clock, name, certificate and coordinator, and say what to do.",
        discussion: """
            Example: mutasi-node doctor --data /var/lib/mutasi

            Changes nothing. Ends with 0 when nothing is bad (warnings are not), else with 1. Reads the whole database.
            """)

    @Flag(help: "Leave out what needs the network.")
    var offline = false

    @OptionGroup public var options: GlobalOptions

    public init() {}

    public func run() async throws {
        try await Console.answer(options, language: { options.language() }) {
            let (found, store) = LocalDoctor(DataDirectory(try options.directory())).run()
            var checkups = found
            if let store, !offline {
                checkups += try await Self.remote(store.identity)
            }
            return (DoctorAnswer.of(checkups), options.language(region: store.flatMap(Self.language)))
        }
    }

    private static func language(_ store: NodeStore) -> String? {
        let records = (try? store.records(linked: .kind(.region))) ?? []
        return records.first.flatMap { try? Region($0) }?.language
    }

    /// Asks the coordinator at its own address, or at another one.
    public static func remote(_ identity: NodeIdentity, url: String? = nil) async throws -> [Checkup] {
        let transport: CurlTransport
        do {
            transport = try RemoteDoctor.transport(identity)
        } catch let error as TransportError {
            return [
                Checkup(.certificate, .bad, source: "transport", code: error.code.rawValue, detail: error.message)
            ]
        }
        defer { transport.close() }
        return await RemoteDoctor(identity, url: url).run(transport)
    }
}
