import Logging

/// One durable commit for the requests of one group: synchronous, and the same whoever gathers the group.
struct Committer: Sendable {
    let store: any CoordinatorStore
    let reducer: DecidingReducer
    let log: Logger
    let incident: @Sendable () -> String

    /// Runs the requests in order in one transaction. On return all of it is durable; when it throws, nothing is.
    ///
    /// Throws what undid the group: a ``StoreFailure`` as a rule. What concerns one request alone is for its closure.
    func commit(_ requests: [(inout CommitGroup) throws -> Void]) throws {
        do {
            try store.write { transaction in
                var group = try CommitGroup(
                    transaction: transaction, reducer: reducer, log: log, incident: incident)
                for request in requests {
                    try request(&group)
                }
                try group.finish()
            }
        } catch {
            log.error(
                "a commit failed and decided nothing",
                metadata: ["requests": "\(requests.count)", "error": "\(error)"])
            throw error
        }
    }
}
