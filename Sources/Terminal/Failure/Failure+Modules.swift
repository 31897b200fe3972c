import Negotiation
import NodeKit
import Personnel
import StrictJSON
import SyncProtocol

/// The one place where errors of other modules become exit codes.
extension Failure {
    /// The failure that an error is: what its module says of it, else a bug.
    public init(_ error: any Error) {
        self = Self.known(error) ?? Failure(.terminal, "bug", exit: .bug, detail: "\(type(of: error)): \(error)")
    }

    private static func known(_ error: any Error) -> Failure? {
        switch error {
        case let failure as Failure: failure
        case let error as ShortIDError:
            Failure(
                .terminal, error.code.rawValue, exit: .usage, values: ["typed": error.typed],
                detail: error.candidates.joined(separator: " "))
        case let error as NodeFailure:
            Failure(.node, error.code.rawValue, exit: exit(error.code), detail: error.message)
        case let error as TransportError:
            Failure(.transport, error.code.rawValue, exit: exit(error.code), detail: error.message)
        case let problem as Problem: Self.problem(problem)
        case let error as ProtocolError: Self.problem(error.problem)
        case let error as ImportError: Self.importFile(error)
        case let error as StaffError:
            Failure(.staff, error.code.rawValue, exit: exit(error.code), detail: error.message)
        case let error as NIPError: Failure(.nip, error.code.rawValue, exit: .badData, detail: error.message)
        case let error as JSONError: Failure(.json, error.code.rawValue, exit: .badData, detail: error.description)
        case let error as BodyError: Failure(.terminal, "bad-body", exit: .badData, detail: error.description)
        case let fault as StoredRecordFault: Failure(.terminal, "bad-record", exit: .badData, detail: fault.description)
        case let error as CommandError:
            Failure(
                .terminal, error.code.rawValue, exit: error.exit,
                values: Dictionary(error.values) { _, later in later },
                words: Explanation(meaning: error.message, advice: error.advice))
        case let outcome as RefusedOutcome: Self.outcome(outcome)
        default: nil
        }
    }

    private static func exit(_ code: NodeFailure.Code) -> ExitCode {
        switch code {
        case .noNode, .permissions, .notDurable, .newer: .configuration
        case .exists, .newerCopy, .full, .io: .cannotCreate
        case .notADatabase, .damaged, .mixed, .badDraft, .badEvidence, .invitation, .carried: .badData
        case .syncing, .busy, .rejoining: .tryLater
        case .notFound, .nothingPending: .usage
        case .sent, .limit, .notRefused, .notAllowed: .answerIsNo
        }
    }

    private static func exit(_ code: TransportError.Code) -> ExitCode {
        switch code {
        case .unreachable, .dns, .timeout, .interrupted, .proxy, .failed: .unreachable
        case .tls, .badURL: .configuration
        case .tooLarge: .protocol
        case .cancelled: .tryLater
        }
    }

    private static func exit(_ code: StaffError.Code) -> ExitCode {
        switch code {
        case .unknownPost, .unknownUnit, .unknownPerson, .noQuestion, .doesNotFit: .usage
        case .damagedRow, .badRows, .badPersonnelFile, .personnelFileTooLarge, .unknownCard, .transferDoesNotFit:
            .badData
        }
    }

    /// A problem's own words are shown as its particulars, with its code when this version knows only a near one.
    private static func problem(_ problem: Problem) -> Failure {
        let exit: ExitCode =
            switch problem.code {
            case .busy, .unavailable, .timeout, .internal, .recovering, .foreignHead: .tryLater
            case .revoked, .superseded, .stale, .unknownNode, .invitationInvalid: .notAllowed
            case .wrongRegion, .notFound, .methodNotAllowed: .configuration
            case .badRequest, .badSignature, .tooLarge, .unsupportedMedia, .badBundle, .unsupportedVersion: .protocol
            }
        let isKnown = problem.type.utf8.elementsEqual("urn:mutasi:problem:\(problem.code.rawValue)".utf8)
        let words = [isKnown ? "" : problem.type, problem.detail].filter { !$0.isEmpty }
        return Failure(.problem, problem.code.rawValue, exit: exit, detail: words.joined(separator: ": "))
    }

    /// Where in which file, and what was expected.
    private static func importFile(_ error: ImportError) -> Failure {
        var parts = error.file.isEmpty ? [] : [error.file]
        parts += error.row.map { ["row \($0)"] } ?? []
        parts += error.byte.map { ["byte \($0)"] } ?? []
        parts += error.values.isEmpty ? [] : [error.values.joined(separator: ", ")]
        parts += error.expected.isEmpty ? [] : [error.expected]
        return Failure(
            .importFile, error.code.rawValue, exit: error.code == .unreadable ? .usage : .badData,
            detail: parts.joined(separator: "; "))
    }

    private static func outcome(_ refused: RefusedOutcome) -> Failure {
        let code = refused.outcome.code?.rawValue ?? refused.outcome.kind.rawValue
        return Failure(.rejection, code, exit: .answerIsNo, detail: particulars(refused.outcome.detail))
    }

    /// `limit: 400; day: 2026-04-01`
    private static func particulars(_ detail: JSONValue) -> String {
        let members = (try? JSON(parsing: detail.encoded))?.members ?? []
        return members.map { "\($0.name): \($0.value.string ?? $0.value.text)" }.joined(separator: "; ")
    }
}
