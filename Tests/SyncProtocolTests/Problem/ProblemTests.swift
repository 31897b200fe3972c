import StrictJSON
import SyncProtocol
import Testing

@Suite struct ProblemTests {
    /// Other programs compare these texts: a change here is a change of the protocol.
    @Test func codesAreStable() {
        #expect(
            ProblemCode.allCases.map(\.rawValue) == [
                "bad-request", "bad-signature", "unknown-node", "revoked", "invitation-invalid", "not-found",
                "method-not-allowed", "timeout", "stale", "superseded", "wrong-region", "too-large",
                "unsupported-media",
                "bad-bundle", "unsupported-version", "internal", "busy", "unavailable", "recovering", "foreign-head",
            ])
        #expect(
            MessageType.allCases.map(\.rawValue) == [
                "mutasi-request+jws", "mutasi-reply+jws", "mutasi-bundle+jws", "mutasi-join+jws", "mutasi-receipt+jws",
                "mutasi-resupply+jws", "mutasi-admin+jws",
            ])
    }

    @Test(arguments: ProblemCode.allCases) func everyCodeComesBack(_ problemCode: ProblemCode) throws {
        let problem = Problem(problemCode, detail: "d", members: [("limit", 5), ("list", [1, 2])])
        let read = try Problem(parsing: problem.encode())
        #expect(read.code == problemCode)
        #expect(read.status == problemCode.status)
        #expect(read.detail == "d")
        #expect(read["limit"] == 5)
        #expect(read["list"] == [1, 2])
        #expect(read["detail"] == nil)
        #expect(read.encode() == problem.encode())
    }

    @Test func unknownCodesBecomeNearOnes() throws {
        func read(_ status: Int, _ type: String) throws -> Problem {
            try Problem(parsing: Array(#"{"type":"\#(type)","status":\#(status)}"#.utf8))
        }
        #expect(try read(503, "urn:mutasi:problem:asleep").code == .unavailable)
        #expect(try read(409, "urn:mutasi:problem:asleep").code == .badRequest)
        #expect(try read(502, "about:blank").code == .unavailable)
        #expect(try read(409, "urn:mutasi:problem:asleep").type == "urn:mutasi:problem:asleep")
        #expect(code { _ = try read(200, "about:blank") } == .badRequest)
    }

    @Test func problemAnswersItsOwnRequestOnly() throws {
        let request = try Samples.request()
        let problem = Problem(.revoked).answering(request)
        let read = try Problem(parsing: problem.encode())
        #expect(read.answers(request))
        var other = request
        other.nonce = Samples.otherNonce
        #expect(!read.answers(other))
        #expect(!Problem(.revoked).answers(request))
    }

    @Test func errorsNeverRepeatWhatAMessageContained() throws {
        let bytes = try replace("kota-uji", by: String(repeating: "rahasia", count: 20), in: Samples.request().encode())
        #expect {
            _ = try SyncRequest(parsing: bytes)
        } throws: { error in
            !"\(error)".contains("rahasia") && "\(error)".contains("/region")
        }
    }
}
