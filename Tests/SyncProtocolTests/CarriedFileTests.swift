import SyncProtocol
import Testing

/// Files that are carried by hand.
@Suite struct CarriedFileTests {
    @Test func filesKeepTheExactBytes() throws {
        let body = Array(#"{"text":"\"é\" \\ \n","n":1}"#.utf8)
        let request = CarriedRequest(address: "/v1/sync", signature: "a..b", body: body)
        #expect(try CarriedRequest(parsing: request.encode()) == request)
        let reply = CarriedReply(status: 409, signature: nil, retryAfter: "5", body: body)
        #expect(try CarriedReply(parsing: reply.encode()) == reply)
    }

    @Test(
        arguments: [
            (#"{}"#, "/format"), (#"{"format":"mutasi-carried-reply","version":1}"#, "/format"),
            (#"{"format":"mutasi-carried-request"}"#, "/version"),
            (#"{"format":"mutasi-carried-request","version":2}"#, "/version"),
            (#"{"format":"mutasi-carried-request","version":1,"address":"/v1/other","body":""}"#, "/address"),
            (#"{"format":"mutasi-carried-request","version":1,"address":"/v1/sync"}"#, "/body"), ("[]", "/format"),
            ("x", ""),
        ])
    func aWrongFileIsNamedByItsPlace(text: String, path: String) throws {
        let error = #expect(throws: ProtocolError.self) { try CarriedRequest(parsing: Array(text.utf8)) }
        #expect(error?.path == path)
    }
}
