import StrictJSON
import Testing

@testable import Negotiation

extension Town {
    func hold(_ offer: RecordID) throws -> Offer.Hold.State? { try self.offer(offer).hold?.state }
    func closing(_ offer: RecordID) throws -> String? { try self.offer(offer).closed?.reason }

    func conflicts() throws -> [Conflict] {
        try records(.conflict).map(Conflict.init)
    }

    /// The number of seats in the groups' bytes of a vacancy.
    static func seats(_ count: Int) -> String { #"{"count":\#(count)}"# }

    mutating func editing(
        _ author: String, _ record: RecordID, _ group: String, was: String, now: String, revision: Int? = nil,
        kind: String = "vacancy.edit"
    ) throws -> Outcome {
        let revision = revision.map { #","revision":\#($0)"# } ?? ""
        return try act(
            author, kind, #"{"was":{"\#(group)":\#(was)},"now":{"\#(group)":\#(now)}\#(revision)}"#, on: record)
    }

    mutating func resolving(_ author: String, _ conflict: RecordID, _ choice: String, now: String? = nil) throws
        -> Outcome
    {
        let now = now.map { #","now":\#($0)"# } ?? ""
        return try act(author, "conflict.resolve", #"{"choice":"\#(choice)"\#(now)}"#, on: conflict)
    }

    mutating func withdrawing(_ agency: String, _ offer: RecordID) throws {
        try expect(try act(agency, "offer.withdraw", "{}", on: offer))
    }
}

extension Outcome {
    /// The detail's text, for what it mentions.
    var said: String { String(decoding: detail.encoded, as: UTF8.self) }
}
