import StrictJSON
import SyncProtocol
import Testing

/// Every message cut at every byte is refused, and with any byte changed it is refused or read: nothing ends the process.
@Suite struct DamageTests {
    struct Message: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let bytes: @Sendable () throws -> [UInt8]
        let read: @Sendable ([UInt8]) throws -> Void
    }

    static let messages = [
        Message(testDescription: "request") {
            try Samples.fullRequest().encode()
        } read: {
            _ = try SyncRequest(parsing: $0)
        },
        Message(testDescription: "reply") {
            try Samples.fullReply().encode()
        } read: {
            _ = try SyncReply(parsing: $0)
        },
        Message(testDescription: "bundle") {
            try Samples.bundle().bytes
        } read: {
            _ = try Bundle(parsing: $0)
        },
        Message(testDescription: "join request") {
            JoinRequest.make(code: "one", key: try Samples.key(), box: [UInt8](repeating: 4, count: 32)).encode()
        } read: {
            _ = try JoinRequest(parsing: $0)
        },
        Message(testDescription: "join reply") {
            try Samples.joinReply().encode()
        } read: {
            _ = try JoinReply(parsing: $0)
        },
        Message(testDescription: "problem") {
            Problem(.tooLarge, detail: "é", members: [("limit", 1)]).encode()
        } read: {
            _ = try Problem(parsing: $0)
        },
        Message(testDescription: "service document") {
            ServiceDocument(region: "r", name: "n", key: try Samples.key().publicKey).encode()
        } read: {
            _ = try ServiceDocument(parsing: $0)
        },
    ]

    @Test(arguments: messages) func cutAtEveryByteIsRefused(_ message: Message) throws {
        let bytes = try message.bytes()
        #expect(code { try message.read(bytes) } == nil)
        for count in 0..<bytes.count {
            #expect(code { try message.read(Array(bytes.prefix(count))) } != nil)
        }
    }

    @Test(arguments: messages) func changedByteNeverTraps(_ message: Message) throws {
        let bytes = try message.bytes()
        for (index, byte) in bytes.enumerated() {
            var changed = bytes
            changed[index] = byte ^ (1 << UInt8(index % 8))
            _ = code { try message.read(changed) }
        }
    }
}
