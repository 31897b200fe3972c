import StrictJSON
import Testing

@testable import Negotiation

extension Town {
    func needs() throws -> [UnitNeed] { try records(.need).map(UnitNeed.init) }
    func forecasts() throws -> [NeedForecast] { try records(.forecast).map(NeedForecast.init) }
    func surge(_ id: RecordID) throws -> Surge { try Surge(try record(id)) }

    /// One unit with one post.
    static func needBody(
        unit: String = "u1", post: String = "p1", need: Int = 3, holders: Int = 2,
        forecast: String? = #"[{"post":"p1","months":[{"month":"2027-03","retirement":1}]}]"#
    ) -> String {
        let post =
            #"{"post":{"id":"\#(post)","name":"Pengadministrasi","kind":"pelaksana"},"need":\#(need),"holders":\#(holders),"floor":2,"standard":{"levels":{"layanan":3}}}"#
        let ahead = forecast.map { #","forecast":\#($0)"# } ?? ""
        return
            #"{"need":{"unit":{"id":"\#(unit)","name":"Loket","district":"Tembalang"},"posts":[\#(post)]}\#(ahead)}"#
    }

    static func surgeBody(
        people: Int = 3, from: String = "2026-08-01", until: String = "2026-08-31",
        basis: String = #""basis":"figures","ratio":1400"#
    ) -> String {
        #"{"surge":{"unit":{"id":"u1","name":"Loket"},"service":"SKCK","people":\#(people),"from":"\#(from)","until":"\#(until)",\#(basis)}}"#
    }
}
