import StrictJSON

extension Reducer {
    /// A refusal told by its cause: the operation names a record that was never made, because the operation of the same agency
    /// that should have made it was refused.
    ///
    /// A decision that is no refusal, or a fault, stays as it is. `isRefused` says whether the author's agency had an
    /// operation of this id rejected; it is asked for names of records that are not there. Throws what `isRefused` and the
    /// reader throw.
    public static func dependency(
        of operation: Operation, decided decision: Decision, reading base: some RecordReader,
        isRefused: (OperationID) throws -> Bool
    ) throws -> Decision {
        guard decision.outcome.kind == .rejected, decision.outcome.code != .internalFault,
            decision.outcome.code != .equivocation
        else { return decision }
        for name in operation.named where name != RecordID(operation.id) {
            guard try base.record(name) == nil, try isRefused(OperationID(name.uuid)) else { continue }
            return Decision(outcome: .rejected(.dependsOn, [("operation", .string(name.text))]))
        }
        return decision
    }
}
