import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Testing

@testable import Simulation

/// Whatever a node sends of an exchange it still knows after a power cut: else a second nonce for the same number makes the
/// coordinator take it for a copy.
@Suite struct PreparedExchangeTests {
    private func machine(seed: UInt64) throws -> NodeMachine {
        try Sodium.start()
        let keys = SigningKey.generate()
        let agency = try #require(AgencyCode("dukcapil"))
        let id = [UInt8](repeating: 7, count: 16)
        let identity = NodeIdentity(
            region: "kota-uji", regionName: "Kota Uji", agency: agency, node: try #require(NodeID(bytes: id)),
            instance: try #require(InstanceID(bytes: id)), isRegistry: true, url: "https://bkd.example", caPath: nil,
            signing: keys, box: try BoxKey(seed: Sodium.randomBytes(32)), tagKey: Sodium.randomBytes(32),
            coordinator: keys.publicKey)
        let machine = NodeMachine(name: "dukcapil/1", identity: identity, seed: seed, truth: 0, plant: nil)
        try machine.start()
        return machine
    }

    private func restart(_ machine: NodeMachine) throws {
        machine.stop()
        machine.disk.restart()
        try machine.start()
    }

    /// The machine prepares and sends; then the power goes, and it prepares again.
    private func checkThatWhatIsSentStays(at machine: NodeMachine, _ remark: Comment) throws {
        let sent = try #require(try machine.store.map { try SyncPlan.prepare($0) })
        machine.disk.cutPower()
        try restart(machine)
        let again = try #require(try machine.store.map { try SyncPlan.prepare($0) })
        #expect(again.request.nonce == sent.request.nonce, remark)
        machine.stop()
    }

    /// Changes of a first commit; the last one is the sync of the journal that was cut.
    private static let changes = 1...32

    /// The process dies at each change of the first preparation in turn, prepares again and sends; then the power goes.
    @Test(arguments: changes)
    func whatWasSentIsStillPendingAfterAPowerCut(diesAt: Int) throws {
        for seed in 1...4 as ClosedRange<UInt64> {
            let machine = try machine(seed: seed)
            machine.disk.plan(.kill, at: diesAt)
            _ = try? machine.store.map { try SyncPlan.prepare($0) }
            machine.disk.unplan()
            try restart(machine)
            try checkThatWhatIsSentStays(at: machine, "disk seed \(seed)")
        }
    }

    /// The disk refuses each change of the first preparation in turn, and the same process prepares again.
    @Test(arguments: changes)
    func whatWasSentAfterARefusalIsStillPendingAfterAPowerCut(refusedAt: Int) throws {
        for seed in 1...4 as ClosedRange<UInt64> {
            let machine = try machine(seed: seed)
            machine.disk.plan(.ioError, at: refusedAt)
            _ = try? machine.store.map { try SyncPlan.prepare($0) }
            machine.disk.unplan()
            try checkThatWhatIsSentStays(at: machine, "disk seed \(seed)")
        }
    }

    /// A draft that was brought twice, because the first time was cut off at its very end, stays.
    @Test(arguments: changes)
    func whatWasRecordedAgainIsThereAfterAPowerCut(diesAt: Int) throws {
        let draft = try Draft.make(.vacancyOpen, body: .object([]), actor: "uji")
        for seed in 1...4 as ClosedRange<UInt64> {
            let machine = try machine(seed: seed)
            machine.disk.plan(.kill, at: diesAt)
            try? machine.store?.record(draft)
            machine.disk.unplan()
            try restart(machine)
            try machine.store?.record(draft)
            machine.disk.cutPower()
            try restart(machine)
            #expect(try machine.store?.entry(draft.operation.id) != nil, "disk seed \(seed)")
            machine.stop()
        }
    }
}
