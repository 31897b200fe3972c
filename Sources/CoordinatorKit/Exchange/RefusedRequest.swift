import SyncProtocol

/// A request that is refused before it is admitted, though it names the key that it is signed with.
struct RefusedRequest: Error {
    var request: SyncRequest
    var reason: Problem
}
