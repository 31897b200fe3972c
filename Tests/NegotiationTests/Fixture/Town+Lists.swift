import StrictJSON
import Testing

@testable import Negotiation

extension Town {
    func request(_ id: RecordID) throws -> Request { try Request(try record(id)) }
    func standby(_ id: RecordID) throws -> Standby { try Standby(try record(id)) }
    func round(_ id: RecordID) throws -> Round { try Round(try record(id)) }

    static let reason = #"{"attachment":"\#(String(repeating: "d", count: 64))"}"#

    static func roundBody(leavingOut: Round.Aspect? = nil) -> String {
        let aspects = Round.Aspect.allCases.filter { $0 != leavingOut }.map { #""\#($0.rawValue)":\#(reason)"# }
        return
            #"{"round":{"title":"Gelombang I","goals":[{"code":"loket","title":"Loket terisi","target":4,"before":1}],"calendar":[{"step":"daftar ke TPK","date":"2026-06-10"}],"aspects":{\#(aspects.joined(separator: ","))}}}"#
    }

    /// Hands in a request of a card, by its agency on the route of a move for good unless said otherwise.
    mutating func filing(
        _ author: String, _ card: RecordID, route: String? = nil, wishes: String = #"{"posts":["p1"]}"#,
        more: String = ""
    ) throws -> Outcome {
        try act(
            author, "request.file",
            #"{"request":{"card":"\#(card)","route":"\#(route ?? move)","wishes":\#(wishes),"letter":{"date":"2026-05-28"}\#(more)}}"#
        )
    }

    mutating func answering(_ author: String, _ request: RecordID, _ word: String, date: String = "2026-06-01") throws
        -> Outcome
    {
        try act(
            author, "request.answer", #"{"says":"\#(word)","date":"\#(date)","reason":\#(Self.reason)}"#, on: request)
    }
}
