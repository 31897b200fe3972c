import Negotiation
import NodeKit
import SyncProtocol

/// What goes wrong at a desk: the wrong terms, the wrong record, somebody else's record, a body with nothing in it.
extension Operator {
    mutating func spoiled(_ move: Move) throws -> Move {
        var spoiled = move
        switch dice.below(5) {
        case 0: spoiled.body = move.body.replacing(#""terms":1"#, with: #""terms":2"#)
        case 1 where move.record != nil:
            spoiled.record = pick(try reader.records(linked: .kind(.vacancy)).map(\.id)) ?? move.record
        case 2 where move.record != nil:
            spoiled.record = RecordID(bytes: (0..<16).map { _ in UInt8(dice.below(256)) })
        case 3: spoiled.body = "{}"
        default: spoiled.body = move.body.replacing(#""policy":1"#, with: #""policy":9"#)
        }
        if spoiled.body == "{}" {
            spoiled.attachments = []
        }
        return spoiled
    }
}
