import StrictJSON
import Testing

@testable import Negotiation

extension Walk {
    /// Makes a lawful move one that most often is not.
    mutating func spoil(_ move: inout Move) throws {
        switch dice.roll(9) {
        case 0: move.author = dice.one(of: agencies)
        case 1: move.actor = Town.actor
        case 2: move.author = dice.happens(50) ? "coordinator" : dice.one(of: agencies) + "/second"
        case 3: move.body = move.body.replacing(#""terms":1"#, with: #""terms":2"#)
        case 4 where !move.isSecret: move.record = dice.pick(picture.records.all)?.id
        case 5: move.record = try town.id(60_000)
        case 6: move.kind = dice.one(of: OperationKind.allCases).rawValue
        case 7: move.body = dice.happens(50) ? "{}" : move.body.replacing(#""policy":1"#, with: #""policy":9"#)
        default: move.kind = dice.happens(20) ? "offer.sing" : move.kind
        }
    }

    /// An agency outside a record's audience gets, byte for byte, the answer for a record that does not exist.
    mutating func probe(_ move: Move) throws {
        guard dice.happens(25), let about = move.about, let record = picture.records[about],
            let kind = OperationKind(rawValue: move.kind), kind.right == .anyNode || kind.right == .registry,
            let outsider = dice.pick(agencies.filter { AgencyCode($0).map { !record.audience.includes($0) } ?? false })
        else { return }
        var missing = move
        missing.record = move.record == nil ? nil : try town.id(60_000)
        missing.body = move.body.replacing(about.text, with: try town.id(60_000).text)
        let answers = try [move, missing].map { move in
            var copy = town
            let operation = try copy.operation(move.kind, move.body, on: move.record)
            return try Reducer.decide(operation, in: town.context(outsider), reading: town.state)
        }
        tally.add("probe \(record.kind)")
        guard answers[0] == answers[1], answers[0].outcome.code == .notFound else {
            throw Violation("\(outsider) learns of \(record.kind) \(about) by \(move.kind): \(answers[0].outcome)")
        }
    }
}
