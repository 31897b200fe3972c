import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// Somebody on the network, and somebody inside.
extension SimulatedRegion {
    func strikeWithMalice() throws {
        if dice.chance(perMille: rates.replayed), !network.captured.isEmpty {
            var replay = dice.pick(network.captured)
            replay.origin = .replay
            counts.fault("replayed")
            note("replayed \(replay.machine?.name ?? "?")")
            _ = try deliver([replay])
        }
        if dice.chance(perMille: rates.forged), let forgery = forge() {
            counts.fault("forged")
            _ = try deliver([forgery])
        }
        if dice.chance(perMille: rates.malformed) {
            counts.fault("malformed")
            note("malformed")
            _ = try deliver([SentRequest(machine: nil, body: garbage(), signature: garbled(), origin: .forged)])
        }
        if dice.chance(perMille: rates.trespass) {
            try trespass()
        }
    }

    /// A request that a stranger or another node makes up in the name of a node.
    private func forge() -> SentRequest? {
        guard !network.captured.isEmpty else { return nil }
        let captured = dice.pick(network.captured)
        guard var request = captured.request else { return nil }
        let other = dice.pick(live)
        let kind = dice.below(6)
        note("forged \(kind)")
        var key = other.identity.signing
        var name = request.node.text
        switch kind {
        case 0: key = SigningKey.generate()
        case 1: guard other.identity.node != request.node else { return nil }
        case 2:
            // Another node under its own name, about a third one's exchange.
            guard other.identity.node != request.node else { return nil }
            name = other.identity.node.text
        case 3:
            // A node sends another node's bundle as its own.
            guard other.identity.node != request.node, request.bundle != nil else { return nil }
            request.node = other.identity.node
            request.instance = other.identity.instance
            name = other.identity.node.text
        case 4: request.region = "kota-lain"
        default: request.nonce = Base64URL.encode(Sodium.randomBytes(16))
        }
        if kind >= 4 {
            key = SigningKey.generate()
        }
        let body = request.encode()
        return SentRequest(
            machine: nil, body: body, signature: DetachedJWS.sign(body, type: .request, keyID: name, key: key),
            origin: .forged, request: nil)
    }

    private func garbage() -> [UInt8] {
        switch dice.below(6) {
        case 0: (0..<dice.within(0...200)).map { _ in UInt8(dice.below(256)) }
        case 1: [UInt8](repeating: UInt8(ascii: "["), count: 10_000)
        case 2: Array(#"{"wire":2,"wire":1}"#.utf8)
        case 3: Array(#"{"wire":99999999999999999999,"region":"kota-uji"}"#.utf8)
        case 4: Array(#"{"wire":7}"#.utf8)
        default: Array("GET / HTTP/1.1\r\n\r\n".utf8)
        }
    }

    private func garbled() -> String? {
        switch dice.below(4) {
        case 0: nil
        case 1: ""
        case 2: "e30..AAAA"
        default: network.captured.last?.signature
        }
    }

    /// An agency's own node records operations about what is another agency's, or under an id that was used before.
    private func trespass() throws {
        let machine = dice.pick(live)
        guard machine !== desk, machine.isUp else { return }
        let foreign = ledger.recordOrder.compactMap { ledger.current($0) }.filter { put in
            [RecordKind.card, .vacancy, .offer, .transfer].map(\.rawValue).contains(put.kind)
        }
        guard !foreign.isEmpty else { return }
        counts.fault("trespass")
        if dice.chance(perMille: 250), let own = ledger.statementsInOrder.last(where: { $0.1.agency == machine.agency })
        {
            return try equivocate(own.0, at: machine)
        }
        let target = dice.pick(foreign)
        let kinds: [OperationKind] = [
            .vacancyWithdraw, .cardClose, .cardOpen, .offerWithdraw, .transferStart, .offerAgree, .vacancyEdit,
        ]
        let kind = dice.pick(kinds)
        // Of its own agency it may well be: and a card that is kept is opened by nobody.
        guard kind != .cardOpen || !Operator.isKept(target.id) else { return }
        let bodies: [OperationKind: String] = [
            .vacancyWithdraw: #"{"reason":"bukan milik"}"#, .cardClose: #"{"reason":"bukan milik"}"#,
            .transferStart: #"{"date":"2026-01-05","number":"1"}"#, .offerAgree: #"{"terms":1}"#,
            .vacancyEdit: #"{"was":{"seats":{"count":1}},"now":{"seats":{"count":9}}}"#,
        ]
        try record([try draft(kind, record: target.id, bodies[kind] ?? "{}", at: machine)], at: machine)
    }

    /// Other bytes under an id that the agency used before.
    private func equivocate(_ id: OperationID, at machine: NodeMachine) throws {
        let bytes = Operation.encode(
            id: id, actor: "lain", recordedAt: machine.stamp.text, kind: OperationKind.vacancyOpen.rawValue,
            record: RecordID(id), body: .object([]))
        guard let draft = try? Draft(bytes), (try? machine.store?.entry(id)).flatMap({ $0 }) == nil else { return }
        counts.fault("equivocation")
        try recordEquivocation(draft, at: machine)
    }

    private func recordEquivocation(_ draft: Draft, at machine: NodeMachine) throws {
        ledger.allow(draft.operation.bytes)
        _ = try atNode(machine) { try $0.record([draft]) }
    }
}
