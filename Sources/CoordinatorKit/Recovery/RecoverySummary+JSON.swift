import Negotiation
import StrictJSON

extension RecoverySummary {
    /// For commands: `{"state","reason"?,"epoch"?,"cut"?,"reported","awaited","handedIn","changes","gaps"}`, each gap
    /// `{"epoch","first","last"}`.
    public var json: JSONValue {
        var members: [(String, JSONValue)] = []
        switch standing.mode {
        case .serving: members.append(("state", "serving"))
        case .recovering: members.append(("state", "recovering"))
        case .halted(let reason): members += [("state", "halted"), ("reason", .string(reason))]
        }
        members += epoch.map { [("epoch", .integer($0.epoch)), ("cut", .integer($0.cut))] } ?? []
        return .object(
            members + [
                ("reported", .integer(reported.count)),
                (
                    "awaited",
                    .array(
                        awaited.map { node in
                            .object([("node", .string(node.node.text)), ("agency", .string(node.agency.text))])
                        })
                ),
                ("handedIn", .integer(handedIn)), ("changes", .array(changes.map(Self.json))),
                (
                    "gaps",
                    .array(
                        gaps.map { gap in
                            .object([
                                ("epoch", .integer(gap.epoch)), ("first", .integer(gap.positions.lowerBound)),
                                ("last", .integer(gap.positions.upperBound)),
                            ])
                        })
                ),
            ])
    }

    private static func json(_ change: ChangedOutcome) -> JSONValue {
        .object([
            ("agency", .string(change.agency.text)), ("operation", .string(change.operation.text)),
            ("kind", .string(change.kind)), ("record", .string(change.record.text)),
            ("was", json(change.former, change.formerEpoch, change.formerPosition)),
            ("now", json(change.now, change.epoch, change.position)),
        ])
    }

    private static func json(_ outcome: Outcome, _ epoch: Int, _ position: Int) -> JSONValue {
        let code: [(String, JSONValue)] = outcome.code.map { [("code", .string($0.rawValue))] } ?? []
        return .object(
            [("outcome", .string(outcome.kind.rawValue))] + code
                + [("epoch", .integer(epoch)), ("position", .integer(position))])
    }
}
