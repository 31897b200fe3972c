import SyncProtocol

/// One `sync`: exchanges until everything is sent and received, or until one does not go through.
///
/// It never repeats by itself what failed; whoever called it decides when to try again. Cancelling its task ends it at the
/// next exchange, or in the middle of a transfer; what was absorbed stays.
public struct SyncSession: Sendable {
    public let store: NodeStore
    public let transport: any Transport
    /// Runs in the transaction of each page; a registry passes its transfer effects.
    public let registryEffects: RegistryEffects?
    /// Changes in one page, within `Limits.pageRecords`.
    public let pageLimit: Int
    private let clock: @Sendable () -> Stamp

    public init(
        _ store: NodeStore, transport: any Transport, registryEffects: RegistryEffects? = nil,
        pageLimit: Int = Limits.defaultPageRecords, clock: @escaping @Sendable () -> Stamp = { .now() }
    ) {
        self.store = store
        self.transport = transport
        self.registryEffects = registryEffects
        self.pageLimit = pageLimit
        self.clock = clock
    }

    /// Syncs once. A stopped node sends nothing unless `evenIfStopped`.
    ///
    /// Throws ``NodeFailure`` (`syncing` when another process does) and what `registryEffects` throws.
    public func run(evenIfStopped: Bool = false, rounds: Int = SyncLimits.rounds) async throws -> SyncReport {
        let lock = try store.directory.map(SyncLock.init)
        defer { withExtendedLifetime(lock) {} }
        var report = SyncReport(ending: .roundLimit)
        if !evenIfStopped, let stop = try store.syncStop() {
            report.ending = .stopped(stop)
            return report
        }
        for _ in 0..<rounds {
            if let ending = try await exchange(&report) {
                report.ending = ending
                break
            }
        }
        return report
    }

    /// One exchange; nil when there is more to do.
    private func exchange(_ report: inout SyncReport) async throws -> SyncEnding? {
        guard !Task.isCancelled else { return .cancelled }
        let prepared = try SyncPlan.prepare(store, pageLimit: pageLimit)
        let reply: TransportReply
        do {
            reply = try await transport.send(prepared.transportRequest(to: store.identity.url))
        } catch let error as TransportError {
            return error.code == .cancelled ? .cancelled : .unreachable(error)
        }
        report.add(reply)
        let absorption = try SyncPlan.absorb(
            store, reply, of: prepared, at: clock(), registryEffects: registryEffects)
        switch absorption {
        case .absorbed(let progress):
            report.add(progress)
            return progress.hasMore ? nil : .complete
        case .refused(let problem, let isProven): return .refused(problem, isProven: isProven)
        case .noise(let noise): return .noise(noise, status: reply.status)
        }
    }
}
