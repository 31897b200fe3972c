import Foundation
import SyncProtocol
import Testing

@testable import NodeKit

@Suite struct RemoteDoctorTests {
    let coordinator = ScriptedCoordinator()

    /// Answers `/v1` and `/ready` with what a test says.
    private struct Answers: Transport {
        var document: TransportReply
        var ready = TransportReply(status: 200)
        var failure: TransportError?

        func send(_ request: TransportRequest) async throws -> TransportReply {
            if let failure { throw failure }
            return request.url.hasSuffix("/ready") ? ready : document
        }
    }

    private func answers(
        region: String = Sample.region, key: VerifyingKey? = nil, wires: [Int] = [1], date: String? = nil,
        ends: Stamp = Stamp(milliseconds: FreshnessTests.monday.milliseconds + 90 * 86_400_000)
    ) -> Answers {
        let document = ServiceDocument(
            region: region, name: "Kota Uji", key: key ?? coordinator.key.publicKey, wires: wires)
        var reply = TransportReply(
            status: 200, headers: date.map { [("date", $0)] } ?? [], body: document.encode())
        reply.certificate = ServerCertificate(
            names: ["localhost"], notBefore: FreshnessTests.monday, notAfter: ends)
        return Answers(document: reply)
    }

    private func codes(_ answers: Answers, environment: [String: String] = [:], url: String? = nil) async throws
        -> [String]
    {
        let identity = try Sample.identity(coordinator: coordinator.key)
        let doctor = RemoteDoctor(identity, url: url, environment: environment) { FreshnessTests.monday }
        return await doctor.run(answers).compactMap(\.code)
    }

    @Test func aGoodCoordinatorIsAllWell() async throws {
        #expect(try await codes(answers(date: "Mon, 02 Mar 2026 00:05:00 GMT")) == [])
    }

    @Test func aNameWithoutAddressIsBadOrTheProxysMatter() async throws {
        let url = "https://tidak.invalid:1"
        #expect(try await codes(answers(), url: url) == ["name-unknown"])
        let doctor = RemoteDoctor(
            try Sample.identity(coordinator: coordinator.key), url: url, environment: ["https_proxy": "http://p:1"]
        ) { FreshnessTests.monday }
        #expect(await doctor.run(answers()).first?.verdict == .warning)
    }

    @Test func whatKeepsTheConnectionIsTheLastFinding() async throws {
        var answers = answers()
        answers.failure = TransportError(code: .tls, message: "expired", advice: "look")
        #expect(try await codes(answers) == ["transport-tls"])
    }

    @Test(arguments: ["Mon, 02 Mar 2026 00:05:01 GMT", "Sun, 01 Mar 2026 23:54:59 GMT"])
    func aClockMoreThanFiveMinutesApartIsNamed(date: String) async throws {
        #expect(try await codes(answers(date: date)) == ["clock-apart"])
    }

    @Test func aCertificateThatEndsSoonIsNamed() async throws {
        let limit = RemoteDoctor.certificateDays * 86_400_000
        let last = Stamp(milliseconds: FreshnessTests.monday.milliseconds + limit)
        #expect(try await codes(answers(ends: last)) == [])
        let sooner = Stamp(milliseconds: last.milliseconds - 1000)
        #expect(try await codes(answers(ends: sooner)) == ["certificate-ends"])
    }

    @Test func anotherCoordinatorIsNamed() async throws {
        #expect(try await codes(answers(region: "lain")) == ["other-coordinator"])
        #expect(try await codes(answers(key: SigningKey.generate().publicKey)) == ["other-coordinator"])
    }

    @Test func aLoginPageIsNoCoordinator() async throws {
        var answers = answers()
        answers.document.body = Array("<html>".utf8)
        #expect(try await codes(answers) == ["not-a-coordinator"])
    }

    @Test func withoutACommonWireNothingWorks() async throws {
        #expect(try await codes(answers(wires: [98, 99])) == ["no-common-wire"])
        #expect(try await codes(answers(wires: [99, Limits.wire])) == [])
    }

    @Test func aCoordinatorThatCannotDecideIsNamed() async throws {
        var answers = answers()
        answers.ready = TransportReply(status: 503, body: Problem(.unavailable).encode())
        #expect(try await codes(answers) == ["not-ready"])
    }

    @Test func certificateLinesOfLibcurlAreRead() throws {
        let certificate = ServerCertificate(lines: [
            "Subject:CN = localhost", "Start date:Nov  6 08:49:37 2025 GMT", "Expire date:Mar  2 00:00:00 2026 GMT",
            "X509v3 Subject Alternative Name:DNS:localhost, IP Address:127.0.0.1",
        ])
        #expect(certificate?.names == ["localhost", "127.0.0.1"])
        #expect(certificate?.notAfter == FreshnessTests.monday)
        #expect(ServerCertificate(lines: ["Start date:soon", "Expire date:later"]) == nil)
    }
}
