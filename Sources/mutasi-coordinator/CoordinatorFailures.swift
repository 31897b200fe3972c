import CoordinatorKit
import Terminal

/// Errors of the coordinator's own store as people and programs are told.
enum CoordinatorFailures {
    /// Runs a body; what the coordinator's store throws becomes a failure with its exit code.
    static func mapping<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
        do {
            return try await body()
        } catch let failure as StoreFailure {
            throw Failure(.store, failure.code.rawValue, exit: exit(failure.code), detail: failure.message)
        } catch let damage as JournalDamage {
            throw Failure(.journal, damage.code.rawValue, exit: .answerIsNo, detail: damage.description)
        }
    }

    private static func exit(_ code: StoreFailure.Code) -> ExitCode {
        switch code {
        case .locked: .tryLater
        case .notADatabase, .damaged: .badData
        case .newer, .older, .notDurable, .keys, .permissions, .region, .mirror: .configuration
        case .standing: .answerIsNo
        case .io: .cannotCreate
        }
    }
}
