import CoordinatorKit
import Negotiation
import StrictJSON

/// Bugs of the reducer, as a wrapper around the deciding function.
extension Optional where Wrapped == Plant {
    /// The production reducer under this version's number, with the bug, if it is one of the reducer's.
    func reducer(version: Int) -> DecidingReducer {
        let sound = DecidingReducer(version: version, decide: DecidingReducer.current.decide)
        guard let plant = self else { return sound }
        return DecidingReducer(version: plant == .noReducerVersion ? 0 : version) { operation, context, reader in
            try plant.decide(operation, context, reader, sound)
        }
    }
}

extension Plant {
    private struct Planted: Error {}

    fileprivate func decide(
        _ operation: Operation, _ context: DecisionContext, _ reader: any RecordReader, _ sound: DecidingReducer
    ) throws -> Decision {
        if self == .reducerFails, operation.kind == "vacancy.edit", context.position.isMultiple(of: 2) {
            throw Planted()
        }
        if self == .foreignAccepted, operation.kind == "vacancy.edit" || operation.kind == "vacancy.withdraw",
            let owner = try reader.record(operation.record).flatMap({ try? Vacancy($0) })?.agency
        {
            var owned = context
            owned.author.agency = owner
            return try sound.decide(operation, owned, reader)
        }
        if self == .staleTermsAccepted, operation.kind == "offer.agree",
            let offer = try reader.record(operation.record).flatMap({ try? Offer($0) }),
            let newer = try? Self.renamed(operation, terms: offer.terms.version)
        {
            return try sound.decide(newer, context, reader)
        }
        return changed(try sound.decide(operation, context, reader), operation)
    }

    private func changed(_ decision: Decision, _ operation: Operation) -> Decision {
        var decision = decision
        switch self {
        case .doubleHold:
            decision.effects = decision.effects.map {
                Self.replacing(#""state":"waiting""#, #""state":"held""#, in: $0)
            }
        case .dayGoesBack:
            if operation.kind == "day.advance", decision.outcome.kind == .rejected {
                decision.outcome = Outcome(.accepted)
            }
        case .audienceWidened:
            decision.effects = decision.effects.map { effect in
                guard case .put(var record) = effect, record.kind == .card else { return effect }
                record.audience = .all
                return .put(record)
            }
        case .doubleJoin:
            decision.effects.removeAll { effect in
                if case .put(let record) = effect {
                    record.kind == .invitation && operation.kind == "node.join"
                } else {
                    false
                }
            }
        case .refusalWithEffects:
            if operation.kind == "card.edit", decision.outcome.kind == .accepted {
                decision.outcome = .rejected(.rule)
            }
        default: break
        }
        return decision
    }

    private static func replacing(_ old: String, _ new: String, in effect: Effect) -> Effect {
        guard case .put(var record) = effect, record.kind == .offer else { return effect }
        record.body = Array(String(decoding: record.body, as: UTF8.self).replacing(old, with: new).utf8)
        return .put(record)
    }

    /// The same operation as if it named these terms.
    private static func renamed(_ operation: Operation, terms: Int) throws -> Operation {
        let text = String(decoding: operation.body.bytes, as: UTF8.self)
        let body = text.replacing(#/"terms":\d+/#, with: #""terms":\#(terms)"#)
        return try Operation(
            parsing: Operation.encode(
                id: operation.id, actor: operation.actor, recordedAt: "2026-01-05T00:00:00Z", kind: operation.kind,
                record: operation.record, body: JSONValue(try JSON(parsing: body))))
    }
}
