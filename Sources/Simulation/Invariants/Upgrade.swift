import SyncProtocol

/// S14: every entry says which reducer decided it, and a reply is in the wire of its request.
struct Upgrade: Invariant {
    let name = InvariantName.upgrade

    func check(_ event: Event, in region: SimulatedRegion) throws {
        switch event {
        case .committed(let lines):
            for line in lines {
                try hold(line.reducer >= 1, "position \(line.position) names no reducer")
            }
        case .answered(let sent, _, let reply?):
            guard let request = sent.request else { return }
            try hold(reply.wire == request.wire, "a request of wire \(request.wire) got a reply of \(reply.wire)")
        default: break
        }
    }
}
