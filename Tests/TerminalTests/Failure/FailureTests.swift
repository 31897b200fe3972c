import CoordinatorKit
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Terminal
import Testing

struct FailureTests {
    @Test func errorsOfModulesHaveTheirExitCodes() {
        let errors: [(any Error, Terminal.ExitCode)] = [
            (NodeFailure(.noNode, "none", advice: "join"), .configuration),
            (NodeFailure(.busy, "busy", advice: "wait"), .tryLater),
            (TransportError(code: .unreachable, message: "no", advice: "later"), .unreachable),
            (TransportError(code: .tls, message: "no", advice: "ca"), .configuration),
            (Problem(.stale), .notAllowed), (Problem(.busy), .tryLater), (Problem(.badBundle), .protocol),
            (ProtocolError(.badRequest, "form"), .protocol),
            (ImportError(code: .notUTF8, expected: "UTF-8"), .badData),
            (StaffError(.unknownPost, "no post", next: "list"), .usage),
            (CancellationError(), .bug), (StoreFailure(.locked, "held"), .bug),
        ]
        for (error, exit) in errors {
            #expect(Failure(error).exitCode == exit, "\(error)")
        }
    }

    @Test func particularsOfARefusalAreWords() {
        let failure = Failure(RefusedOutcome(.rejected(.limit, [("limit", .integer(400)), ("day", "2026-01-05")])))
        #expect(failure.exitCode == .answerIsNo)
        #expect(failure.detail == "limit: 400; day: 2026-01-05")
    }

    @Test func failureIsReadByPeopleAndPrograms() throws {
        let failure = Failure(TransportError(code: .dns, message: "Could not resolve host", advice: ""))
        let text = failure.page(.indonesian).text()
        #expect(text.hasPrefix("transport-dns: Nama alamat koordinator tidak ditemukan.\n"))
        #expect(text.contains("Could not resolve host"))
        let json = try JSON(parsing: failure.json(.english).encoded)
        #expect(json["error"]?["code"]?.string == "transport-dns")
        #expect(json["error"]?["detail"]?.string == "Could not resolve host")
    }
}
