import SyncProtocol
import Testing

@Suite struct InvitationTests {
    static let url = "https://bkd.kota.example:8443"
    static let oneTime = "AAECAwQFBgcICQoLDA0ODw"
    static let digits = String(repeating: "0a", count: 16)

    @Test func lineComesBack() throws {
        let key = try Samples.key().publicKey
        let invitation = SyncProtocol.InvitationLine(url: Self.url, code: Self.oneTime, coordinatorKey: key)
        let read = try SyncProtocol.InvitationLine(parsing: " \(invitation.line)\r\n")
        #expect(read == invitation)
        #expect(read.names(key))
        #expect(try !read.names(Samples.key(8).publicKey))
    }

    @Test func halfAFingerprintNamesTheKeyToo() throws {
        let key = try Samples.key().publicKey
        let half = SyncProtocol.InvitationLine.fingerprint(of: key).prefix(32)
        let line = "mutasi-join:\(Self.url)#\(Self.oneTime)#\(half)"
        #expect(try SyncProtocol.InvitationLine(parsing: line).names(key))
        #expect(code { _ = try SyncProtocol.InvitationLine(parsing: String(line.dropLast(2))) } == .badRequest)
    }

    @Test(arguments: [
        "", "#", "mutasi-join:", "mutasi-join:##", "\(url)#\(oneTime)#\(digits)", "mutasi-join:\(url)#\(oneTime)",
        "mutasi-join:\(url)#\(oneTime)#\(digits)#", "mutasi-join:http://bkd#\(oneTime)#\(digits)",
        "mutasi-join:https://#\(oneTime)#\(digits)", "mutasi-join:https://b kd#\(oneTime)#\(digits)",
        "mutasi-join:https://bkd\u{0}#\(oneTime)#\(digits)", "mutasi-join:https://bkdé#\(oneTime)#\(digits)",
        "mutasi-join:\(url)##\(digits)", "mutasi-join:\(url)#AAEC#\(digits)",
        "mutasi-join:\(url)#\(oneTime)=#\(digits)",
        "mutasi-join:\(url)#\(oneTime)#", "mutasi-join:\(url)#\(oneTime)#\(digits.uppercased())",
        "mutasi-join:\(url)#\(oneTime)#\(digits)0", "mutasi-join:\(url)#\(oneTime)#\(digits + digits)00",
    ]) func otherLinesAreRefused(_ line: String) {
        #expect(code { _ = try SyncProtocol.InvitationLine(parsing: line) } == .badRequest)
    }

    @Test func addressAndCodeHaveLimits() throws {
        func line(url: Int, code: Int) -> String {
            let address = "https://" + String(repeating: "b", count: url - 8)
            return "mutasi-join:\(address)#\(Base64URL.encode([UInt8](repeating: 1, count: code)))#\(Self.digits)"
        }
        for bytes in [Limits.codeBytes.lowerBound, Limits.codeBytes.upperBound] {
            #expect(code { _ = try InvitationLine(parsing: line(url: Limits.urlBytes, code: bytes)) } == nil)
        }
        for (url, bytes) in [
            (Limits.urlBytes + 1, 16), (20, Limits.codeBytes.lowerBound - 1), (20, Limits.codeBytes.upperBound + 1),
        ] {
            #expect(code { _ = try SyncProtocol.InvitationLine(parsing: line(url: url, code: bytes)) } == .badRequest)
        }
    }
}
