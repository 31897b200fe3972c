import Foundation
import Negotiation
import NodeKit
import Personnel
import StrictJSON
import SyncProtocol

/// An agency's node, opened for one command: its store, who acts, and how to reach the coordinator.
public struct Workplace: Sendable {
    /// Where the desk's node lives inside the coordinator's data directory.
    public static let deskFolder = "desk"

    public let program: Program
    public let store: NodeStore
    public let actor: String
    public let language: Language
    /// The agency whose letter is recorded, while that is what the command does.
    let onBehalf = OnBehalf.current
    private let transport: TransportBox

    /// Opens the node of the options' data directory; the desk's program then syncs when `fresh`.
    ///
    /// Throws ``CommandError``, `NodeFailure` and what a sync throws.
    public static func open(_ options: GlobalOptions, fresh: Bool) async throws -> Workplace {
        let program = Program.current
        let directory = try options.directory()
        let path = program == .coordinator ? directory + "/" + deskFolder : directory
        let store = try NodeStore.open(DataDirectory(path))
        let region = try store.records(linked: .kind(.region)).first.flatMap { try? Region($0) }
        let workplace = Workplace(
            program: program, store: store, actor: options.actorName,
            language: options.language(region: region?.language), transport: TransportBox())
        if fresh, program.syncsByItself {
            try SyncFailure.check(try await workplace.sync())
        }
        return workplace
    }

    public var identity: NodeIdentity { store.identity }
    /// Whose words the command records: the node's agency, or that of the letter.
    public var agency: AgencyCode { onBehalf?.agency ?? store.identity.agency }

    /// Syncs once, as a registry with its duties. Throws `NodeFailure` and `TransportError`.
    public func sync(evenIfStopped: Bool = false) async throws -> SyncReport {
        let session = SyncSession(
            store, transport: try route(try transport.open(identity)),
            registryEffects: RegistryTransfers.effects(of: store))
        let report = try await session.run(evenIfStopped: evenIfStopped)
        try store.unlinkRefusedCards(report.outcomes + report.corrected)
        return report
    }

    /// The desk reaches the coordinator beside it, on whatever port that listens.
    private func route(_ transport: CurlTransport) throws -> any Transport {
        guard program == .coordinator, let folder = store.directory?.path.dropLast(Self.deskFolder.count + 1) else {
            return transport
        }
        let address = try DeskAddress.read(directory: String(folder))
        return DeskTransport(base: transport, region: identity.url, address: address.url)
    }

    /// Closes the connection to the coordinator.
    public func close() {
        transport.close()
    }

    // MARK: What the node knows

    /// The last day that came; throws ``CommandError`` `never-synced` before the first sync.
    public func today() throws -> CivilDate {
        guard let day = try store.day() else { throw Self.neverSynced }
        return day
    }

    /// The newest policy that counts today.
    public func policy() throws -> Policy {
        let today = try today()
        let policies = try store.records(linked: .kind(.policy)).compactMap { try? Policy($0) }
        guard let policy = policies.last(where: { $0.from <= today }) else { throw Self.neverSynced }
        return policy
    }

    public func records(_ kind: RecordKind) throws -> [Record] {
        try store.records(linked: .kind(kind))
    }

    /// The record of a kind that a typed id means. Throws ``ShortIDError``.
    public func record(_ typed: String, _ kind: RecordKind) throws -> Record {
        try ShortID.find(typed, among: try records(kind), by: \.id)
    }

    /// Refuses a command that needs staff rows on a node that holds none.
    public func requireRegistry() throws {
        guard identity.isRegistry else {
            throw CommandError(
                .notRegistry,
                Sentence(
                    "Simpul ini tidak menyimpan data pegawai.", "This node does not hold the staff data."),
                advice: Sentence(
                    "Jalankan di simpul registri dinas Anda.", "Run it on the registry node of your agency."))
        }
    }

    static let neverSynced = CommandError(
        .neverSynced,
        Sentence(
            "Simpul ini belum menerima hari dan kebijakan wilayah.",
            "This node has not received the region's day and policy yet."),
        advice: Sentence("Jalankan sync dahulu.", "Run sync first."))
}

/// The one connection of a command, opened when it is first needed.
final class TransportBox: Sendable {
    private let opened = NSLock()
    nonisolated(unsafe) private var transport: CurlTransport?

    // The lock guards the optional; the transport itself may be used from any task.
    func open(_ identity: NodeIdentity) throws -> CurlTransport {
        try opened.withLock {
            if let transport { return transport }
            let new = try CurlTransport(configuration: CurlConfiguration(caFile: identity.caPath))
            transport = new
            return new
        }
    }

    func close() {
        opened.withLock {
            transport?.close()
            transport = nil
        }
    }
}
