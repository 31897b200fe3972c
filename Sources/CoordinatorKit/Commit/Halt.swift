/// A refusal that leaves something behind although everything else that its request wrote is undone.
protocol DurableRefusal: Error {
    /// Writes it, after the request was undone, with the rest of its group.
    func record(in group: inout CommitGroup) throws
}

/// Proof that this database is not the one that was answered from: nothing may be decided over it until a restore.
///
/// Thrown inside a request of a ``CommitGroup``, it halts the coordinator durably.
struct Halt: DurableRefusal, Equatable {
    /// What was seen, in English, for whoever operates the coordinator; no personal data.
    var reason: String

    func record(in group: inout CommitGroup) throws {
        try group.halt(reason)
    }
}

/// Nothing is decided, because a restore began an epoch and what its backup lacks is still being handed in.
struct Recovering: Error {}
