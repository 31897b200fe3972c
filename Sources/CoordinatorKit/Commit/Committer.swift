import Logging

/// One durable commit for the requests of one group: synchronous, and the same whoever gathers the group.
struct Committer: Sendable {
    let store: any CoordinatorStore
    /// Where everything is before it is answered from; nil for nowhere.
    var mirror: MirrorFollower?
    let reducer: DecidingReducer
    let log: Logger
    let figures: ExchangeFigures
    let incident: @Sendable () -> String

    /// Runs the requests in order in one transaction. On return all of it is durable, and in the mirror. When it throws,
    /// nothing may be answered from it: as a rule nothing of it is there, and after a failure of the mirror the next commit
    /// makes up for it.
    ///
    /// Throws what undid the group: a ``StoreFailure`` as a rule. What concerns one request alone is for its closure.
    func commit(_ requests: [(inout CommitGroup) throws -> Void]) throws {
        var decided = ContinuousClock.now
        do {
            try store.write { transaction in
                try figures.timing(\.deciding) {
                    var group = try CommitGroup(
                        transaction: transaction, reducer: reducer, log: log, incident: incident)
                    let first = group.head.position
                    for request in requests {
                        try request(&group)
                    }
                    try group.finish()
                    figures.add { $0.operations += group.head.position - first }
                }
                decided = .now
            }
            figures.add { spent in
                spent.commits += 1
                spent.committing += ContinuousClock.now - decided
            }
        } catch {
            log.error(
                "a commit failed and decided nothing",
                metadata: ["requests": "\(requests.count)", "error": "\(error)"])
            throw error
        }
        do {
            try mirror?.catchUp()
        } catch {
            log.critical(
                "a commit is not in the mirror; nothing is answered until it is",
                metadata: ["requests": "\(requests.count)", "error": "\(error)"])
            throw error
        }
    }
}
