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
    /// Changes in one page, within `Limits.pageRecords`; nil fits it to the line.
    public let pageLimit: Int?
    private let clock: @Sendable () -> Stamp

    public init(
        _ store: NodeStore, transport: any Transport, registryEffects: RegistryEffects? = nil,
        pageLimit: Int? = nil, clock: @escaping @Sendable () -> Stamp = { .now() }
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
        try store.checkInPlace()
        try store.directory.map(PendingRejoin.refuseUnfinished)
        var report = SyncReport(ending: .roundLimit)
        let (stop, kept) = try store.outset()
        if !evenIfStopped, let stop {
            report.ending = .stopped(stop)
            return report
        }
        var size = kept
        var mayAskOtherwise = true
        for _ in 0..<rounds {
            if let ending = try await exchange(&report, &size) {
                if mayAskOtherwise, try asksOtherwise(after: ending) {
                    mayAskOtherwise = false
                    continue
                }
                report.ending = ending
                break
            }
        }
        return report
    }

    /// One exchange; nil when there is more to do.
    private func exchange(_ report: inout SyncReport, _ size: inout PageSize) async throws -> SyncEnding? {
        guard !Task.isCancelled else { return .cancelled }
        let prepared = try SyncPlan.prepare(store, pageLimit: pageLimit ?? size.changes)
        let begin = clock()
        let reply: TransportReply
        do {
            reply = try await transport.send(prepared.transportRequest(to: store.identity.url))
        } catch let error as TransportError {
            try fit(&size) { $0.lost(error.code) }
            return error.code == .cancelled ? .cancelled : .unreachable(error)
        }
        report.add(reply)
        let absorption = try SyncPlan.absorb(
            store, reply, of: prepared, at: clock(), registryEffects: registryEffects)
        switch absorption {
        case .absorbed(let progress):
            report.add(progress)
            let elapsed = Duration.milliseconds(clock().milliseconds - begin.milliseconds)
            try fit(&size) { $0.arrived(changes: progress.changes, in: elapsed) }
            return progress.hasMore ? nil : .complete
        case .refused(let problem, let isProven):
            // An operation that could not be read was taken out, and the rest may go.
            if isProven, problem.code == .badBundle, try store.syncStop() == nil { return nil }
            if isProven, let notice = RecoveryNotice(problem), !notice.hasReported {
                do {
                    if try await handIn(for: notice, &report) { return nil }
                } catch let error as TransportError {
                    return error.code == .cancelled ? .cancelled : .unreachable(error)
                }
            }
            return .refused(problem, isProven: isProven)
        case .noise(let noise): return .noise(noise, status: reply.status)
        }
    }

    /// Whether the same exchange is repeated at once, because the refusal says how: in an older version of the wire, or with the
    /// signed checkpoint of the head.
    private func asksOtherwise(after ending: SyncEnding) throws -> Bool {
        guard case .refused(let problem, isProven: true) = ending else { return false }
        switch problem.code {
        case .unsupportedVersion: return SpokenWire.highestCommon(problem) != nil
        case .foreignHead: return try !store.checkpoints().isEmpty
        default: return false
        }
    }

    /// Hands in what a restored coordinator lacks; says whether it may be synced with at once.
    private func handIn(for notice: RecoveryNotice, _ report: inout SyncReport) async throws -> Bool {
        try store.redraftLost(notice)
        var last = notice.bundle
        while true {
            let page = try HandIn.page(store, for: notice, after: last)
            let reply = try await transport.send(page.transportRequest(to: store.identity.url))
            report.add(reply)
            guard let answer = HandIn.read(reply, to: page, from: store.identity.coordinator) else {
                try HandIn.refusal(reply, of: page, from: store.identity.coordinator).map {
                    try HandIn.stop(store, by: $0)
                }
                return false
            }
            report.handedIn += page.request.items.count
            if page.request.isDone { return answer.isOpen }
            guard answer.bundle > last else { return false }
            last = answer.bundle
        }
    }

    /// Written only when it changes, so that a sync without news writes nothing more.
    private func fit(_ size: inout PageSize, _ event: (inout PageSize) -> Void) throws {
        let before = size
        event(&size)
        if size != before {
            try store.keep(size)
        }
    }
}
