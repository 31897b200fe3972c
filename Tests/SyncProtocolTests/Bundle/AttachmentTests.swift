import StrictJSON
import SyncProtocol
import Testing

@Suite struct AttachmentTests {
    static let salt = [UInt8](repeating: 3, count: 32)

    static func read(_ bytes: [UInt8]) throws -> SyncProtocol.Attachment {
        var request = try Samples.request().encode()
        request = try replace("\"attachments\":[]", by: "\"attachments\":[#]", in: request)
        let place = try #require(request.firstIndex(of: UInt8(ascii: "#")))
        request.replaceSubrange(place...place, with: bytes)
        return try #require(try SyncRequest(parsing: request).attachments.first)
    }

    @Test(arguments: [0, 1, Limits.attachmentBytes - 1, Limits.attachmentBytes]) func attachmentComesBack(_ count: Int)
        throws
    {
        let attachment = SyncProtocol.Attachment(salt: Self.salt, bytes: [UInt8](repeating: 9, count: count))
        #expect(try Self.read(attachment.json.encoded) == attachment)
        #expect(attachment.messageBytes == attachment.json.encoded.count + 1)
    }

    @Test func oneByteTooManyIsRefused() throws {
        let attachment = SyncProtocol.Attachment(
            salt: Self.salt, bytes: [UInt8](repeating: 9, count: Limits.attachmentBytes + 1))
        #expect(code { _ = try Self.read(attachment.json.encoded) } == .tooLarge)
    }

    @Test func anotherNameSaltOrEncodingIsRefused() throws {
        let attachment = SyncProtocol.Attachment(salt: Self.salt, bytes: [1, 2, 3])
        for changed in [
            try replace("\"AQID\"", by: "\"AQIE\"", in: attachment.json.encoded),
            try replace("\"AQID\"", by: "\"AQID=\"", in: attachment.json.encoded),
            try replace("\"salt\":\"A", by: "\"salt\":\"B", in: attachment.json.encoded),
            try replace("\"name\":\"", by: "\"name\":\"0", in: attachment.json.encoded),
            SyncProtocol.Attachment(salt: Array(Self.salt.dropLast()), bytes: [1]).json.encoded,
            SyncProtocol.Attachment(salt: Self.salt + [0], bytes: [1]).json.encoded,
        ] {
            #expect([ProblemCode.badRequest, .tooLarge].contains(code { _ = try Self.read(changed) }))
        }
    }

    @Test func requestCarriesSoManyAndNoMore() throws {
        var request = try Samples.request()
        request.attachments = Array(
            repeating: SyncProtocol.Attachment(salt: Self.salt, bytes: [1]), count: Limits.attachments)
        #expect(try SyncRequest(parsing: request.encode()) == request)
        request.attachments.append(request.attachments[0])
        #expect(code { _ = try SyncRequest(parsing: request.encode()) } == .tooLarge)
    }
}
