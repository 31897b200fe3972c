import StrictJSON

/// Decides operations: total, deterministic, over records only.
///
/// A decision is a function of the operation, its position, its author, what agencies have been told, and the records
/// as they stand. It looks at no clock and draws no random number; ids of further records come from a function of the
/// operation. The route of an offer is data of the policy under which it was made: no kind of move is known by name.
/// Decisions are journaled with their effects and never made again, so a later version changes nothing that happened.
///
/// A visible record that belongs to someone else is refused as `not-allowed`; one that does not exist and one that the
/// author may not see are refused with the same bytes.
public enum Reducer {
    /// Journaled with each decision; raised when the same operation could be decided differently.
    public static let version = 1

    /// The one outcome of an operation, with its effects.
    ///
    /// Throws what the reader throws, and ``StoredRecordFault``; then nothing was decided.
    public static func decide(
        _ operation: Operation, in context: DecisionContext, reading base: some RecordReader
    ) throws -> Decision {
        var workspace = Workspace(operation, context, base)
        do {
            let outcome = try workspace.decide()
            return Decision(outcome: outcome, effects: workspace.effects)
        } catch let refusal as Refusal {
            return Decision(outcome: refusal.outcome)
        } catch let error as BodyError {
            return Decision(outcome: badBody(path: error.path, expected: error.expected))
        } catch let error as JSONError {
            return Decision(outcome: badBody(path: error.path, expected: error.message))
        }
    }

    private static func badBody(path: String, expected: String) -> Outcome {
        .rejected(.badBody, [("path", .string(path)), ("expected", .string(expected))])
    }
}
