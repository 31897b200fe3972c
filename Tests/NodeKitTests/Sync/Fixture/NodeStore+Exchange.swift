import NodeKit
import SyncProtocol

extension NodeStore {
    /// One exchange by hand.
    func exchange(
        _ coordinator: ScriptedCoordinator, pageLimit: Int = 500, registryEffects: RegistryEffects? = nil
    ) throws -> Absorption {
        let prepared = try SyncPlan.prepare(self, pageLimit: pageLimit)
        let reply = try coordinator.answer(prepared.transportRequest(to: identity.url))
        return try SyncPlan.absorb(
            self, reply, of: prepared, at: Stamp(milliseconds: 1_772_409_600_000), registryEffects: registryEffects)
    }
}

extension Absorption {
    /// The progress, nil when nothing was absorbed.
    var progress: SyncProgress? {
        if case .absorbed(let progress) = self { progress } else { nil }
    }

    var noise: SyncNoise? {
        if case .noise(let noise) = self { noise } else { nil }
    }
}
