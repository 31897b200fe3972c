import CoordinatorKit
import Negotiation
import NodeKit
import SyncProtocol

/// Nodes that were stopped go on with an invitation: in their own place, or as further nodes when another copy has it.
extension SimulatedRegion {
    /// A person at the desk and one at the node; nothing is done when either's step fails, and then it is tried again.
    func rejoin(_ machine: NodeMachine) throws {
        guard machine.isStopped, machine.fault == nil, machine.isUp, desk.isUp else { return }
        let hasOther = live.contains { other in
            other !== machine && !other.isStopped && other.identity.node == machine.identity.node
        }
        let code = InvitationCode.generate()
        // A restored coordinator may have lost the node's own join.
        let isKnown = (try? coordinator.store?.read { try $0.node(machine.identity.node) }) != nil
        let replaces = hasOther || !isKnown ? "" : #","replaces":"\#(machine.identity.node)""#
        let isRegistry = hasOther ? false : machine.identity.isRegistry
        let body =
            #"{"invitation":{"agency":"\#(machine.agency)","registry":\#(isRegistry),"codeHash":"\#(InvitationCode.hash(code) ?? "")","expiresAt":"2060-01-12T00:00:00Z"\#(replaces)}}"#
        guard try record([try draft(.nodeInvite, body, at: desk)], at: desk), try sync(desk) == .complete else {
            return
        }
        try useInvitation(code, at: machine)
    }

    private func useInvitation(_ code: String, at machine: NodeMachine) throws {
        let keys = SigningKey.generate()
        let box = try BoxKey(seed: Sodium.randomBytes(32))
        let request = JoinRequest.make(code: code, key: keys, box: box.publicKey)
        guard let serving = coordinator.coordinator, let answer = serving.answer([.join(body: request.encode())]).first
        else { return }
        try readJournal()
        try emit(.joined(code: code, answer))
        guard answer.status == 200, let store = machine.store else {
            note("rejoin \(machine.name) refused \(answer.status)")
            return
        }
        let joined = try JoinReply(parsing: answer.body)
        let identity = NodeIdentity(
            region: joined.region, regionName: joined.regionName, agency: joined.agency, node: joined.node,
            instance: joined.instance, isRegistry: joined.registry, url: machine.identity.url, caPath: nil,
            signing: keys, box: box, tagKey: joined.tagKey, coordinator: joined.coordinatorKey)
        ledger.keys[joined.node, default: []].append(keys.publicKey)
        do {
            try Rejoin.absorb(joined, as: identity, in: store)
        } catch let failure as NodeFailure {
            note("rejoin \(machine.name) fails: \(failure.code.rawValue)")
            if failure.code == .damaged { machine.fault = failure.code.rawValue }
            return
        }
        counts.fault("rejoin")
        note("rejoin \(machine.name)")
        machine.identity = identity
        machine.isStopped = false
        machine.opened = nil
        machine.stop()
        try restart(machine)
    }

    /// Somebody looks at drafts that are held: those that were withdrawn before go, the others may be sent.
    func review(_ machine: NodeMachine) throws {
        guard machine.isUp else { return }
        let drafts = ((try? machine.store?.pendingEntries()) ?? []).filter { entry in
            if case .inFlight = entry.state { false } else { true }
        }
        let withdrawn = drafts.map(\.operation).filter { ledger.isWithdrawn($0, at: machine) }
        _ = try atNode(machine) { store in
            try store.write { database in
                let outbox = Outbox(database)
                try withdrawn.forEach { try outbox.withdraw($0.id) }
                try outbox.releaseAll()
            }
            machine.awaitsReview = false
        }
    }
}
