import Logging
import Negotiation
import StrictJSON
import SyncProtocol

extension Coordinator {
    /// Journals that a program begins to serve, under a random id: a database that was put back by file copy differs from
    /// then on from the one that nodes have heard.
    ///
    /// Does nothing in a halted coordinator. Throws ``StoreFailure`` or ``CommitQueue/Refusal``.
    public func boot(_ boot: String = Base64URL.encode(Sodium.randomBytes(16))) async throws {
        let author = ownAuthor()
        do {
            try await queue.commit(whileRecovering: true) { group in
                try group.decideAboutRegion("coordinator.boot", .object([("boot", .string(boot))]), by: author)
            }
        } catch let halt as Halt {
            log.critical(
                "the coordinator is halted and answers nothing until a restore", metadata: ["why": "\(halt.reason)"])
        }
    }

    /// Lets the coordinator answer `unavailable` to everything, through every restart, until a restore.
    ///
    /// For what proves that the database is not the one that was answered from. Throws ``StoreFailure`` or
    /// ``CommitQueue/Refusal``.
    public func halt(_ reason: String) async throws {
        do {
            try await queue.commit(whileRecovering: true) { _ in throw Halt(reason: reason) }
        } catch is Halt {
            log.critical("the coordinator halts", metadata: ["why": "\(reason)"])
        }
    }

    /// How the coordinator stands. Throws ``StoreFailure``.
    public func standing() async throws -> Standing {
        try await working { try self.store.read { try $0.standing() } }
    }
}

extension CommitGroup {
    /// Decides an operation of the coordinator that names the region. Throws ``StoreFailure`` when it is not accepted.
    mutating func decideAboutRegion(_ kind: String, _ body: JSONValue, by author: OwnAuthor) throws {
        guard let region = try transaction.records(linked: .kind(.region)).first else {
            throw StoreFailure(.damaged, "the region's record is missing")
        }
        let outcomes = try decideOwn([OwnOperation(kind: kind, record: region.id, body: body)], by: author)
        guard outcomes.allSatisfy({ $0.outcome.kind == .accepted }) else {
            throw StoreFailure(.io, "\(kind) was not accepted")
        }
    }
}
