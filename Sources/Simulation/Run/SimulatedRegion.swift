import CoordinatorKit
import Negotiation
import NodeKit
import SyncProtocol

/// A region in one process: the coordinator's machine, the agencies' machines, the network between them, the ledger and
/// the invariants. Everything runs on the caller's thread, one thing after the other.
final class SimulatedRegion {
    let seed: UInt64
    let coordinator: CoordinatorMachine
    let ledger = Ledger()
    let plant: Plant?
    /// Distinguishes the two runs of a twin: what the keeper's private data says.
    let secret: String
    var time = VirtualTime()
    var nodes: [NodeMachine] = []
    var rates: Rates
    var dice: SeededGenerator
    var network = Network()
    var counts = Counts()
    var trace = Trace()
    var invariants: [any Invariant]
    /// Invariants that are switched off.
    let without: Set<InvariantName>
    /// What each agency was sent, for twins.
    var received: [AgencyCode: [UInt8]] = [:]
    var keepsReceived = false
    /// The replies of the last group, which the nodes get next, with their bytes.
    var replies: [(body: [UInt8], reply: SyncReply)] = []
    let policies = PolicyShelf()
    /// Drafts that an operator recorded and may take back.
    var spare = SpareCopies()
    /// Backups that the coordinator's operator keeps, the last ones.
    var backups: [KeptBackup] = []
    /// The coordinator's next death leaves an image of its disk, taken in the middle of a write.
    var imagesNextDeath = false
    /// The journal's head before the commit whose answers go out now.
    var deliveredAfter = 0
    /// Operations that founded the region.
    var foundingOperations = 0
    /// Faults have stopped and everybody had the rounds to settle: liveness counts from here.
    var hasSettled = false
    /// How often anything came to anybody, see ``Event/isMovement``.
    private(set) var movements = 0
    /// Nothing answers where the coordinator should be.
    var isOut = false
    /// Copies of the coordinator that somebody was answered by.
    var copies: [CoordinatorMachine] = []
    /// The syncs of agents since the last trial began.
    var calls: [AgentCall] = []
    /// So many days have come since that every deadline has passed.
    var haveDaysRunOut = false

    init(seed: UInt64, rates: Rates, plant: Plant?, without: Set<InvariantName>, secret: String) {
        self.seed = seed
        self.rates = rates
        self.plant = plant
        self.secret = secret
        self.without = without
        dice = SeededGenerator(seed: seed, stream: 1)
        coordinator = CoordinatorMachine(seed: seed, truth: VirtualTime.start, plant: plant)
        invariants = Invariants.all().filter { !without.contains($0.name) }
        var choice = SeededGenerator(seed: seed, stream: 3)
        coordinator.mirror = choice.chance(perMille: 500) ? MirrorStandIn() : nil
    }

    var live: [NodeMachine] { nodes.filter { !$0.isRetired } }
    var desk: NodeMachine { nodes[0] }
    var agencies: [AgencyCode] {
        var codes: [AgencyCode] = []
        for node in nodes where !codes.contains(node.agency) {
            codes.append(node.agency)
        }
        return codes
    }

    func note(_ text: @autoclosure () -> String) {
        trace.note(time.now - VirtualTime.start, text())
    }

    /// Lets time pass everywhere.
    func pass(_ milliseconds: Int) {
        time.advance(by: milliseconds)
        coordinator.clock.advance(to: time.now)
        coordinator.disk.setTime(milliseconds: coordinator.clock.milliseconds)
        for node in nodes {
            node.clock.advance(to: time.now)
            node.disk.setTime(milliseconds: node.clock.milliseconds)
        }
    }

    /// Closes every connection; a disk must outlive those to it.
    func shutDown() {
        for machine in copies + [coordinator] {
            machine.disk.kill()
            machine.stop()
        }
        for node in nodes {
            node.disk.kill()
            node.stop()
        }
    }

    func emit(_ event: Event) throws {
        watch(event)
        movements += event.isMovement ? 1 : 0
        for invariant in invariants {
            try invariant.check(event, in: self)
        }
    }

    func checkAll() throws {
        for invariant in invariants {
            try invariant.checkAll(in: self)
        }
    }
}
