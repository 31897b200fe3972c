import Foundation
import NodeKit
import SyncProtocol
import Synchronization
import Testing

@Suite struct JoinTests {
    /// Answers joins as a coordinator with this key does.
    private final class Door: Transport {
        let key = SigningKey.generate()
        /// Signs in place of the key above, when set.
        let forger: SigningKey?
        let requests = Mutex<[JoinRequest]>([])
        let isBroken: Mutex<Bool>
        let answer: Mutex<TransportReply?>

        init(forger: SigningKey? = nil, isBroken: Bool = false, answer: TransportReply? = nil) {
            self.forger = forger
            self.isBroken = Mutex(isBroken)
            self.answer = Mutex(answer)
        }

        var line: String {
            InvitationLine(
                url: "https://localhost:9/", code: Base64URL.encode([UInt8](repeating: 7, count: 16)),
                coordinatorKey: key.publicKey
            ).line
        }

        func send(_ request: TransportRequest) async throws -> TransportReply {
            let message = try JoinRequest(parsing: request.body)
            requests.withLock { $0.append(message) }
            if isBroken.withLock({ $0 }) {
                throw TransportError(code: .interrupted, message: "lost", advice: "again")
            }
            if let answer = answer.withLock({ $0 }) { return answer }
            let body = JoinReply(
                region: Sample.region, regionName: "Kota Uji", agency: try Sample.agency(), node: try Sample.id(1),
                instance: try Sample.id(2), registry: true, coordinatorKey: (forger ?? key).publicKey,
                tagKey: [UInt8](repeating: 3, count: 32), epoch: 1
            ).encode()
            let signature = DetachedJWS.sign(body, type: .reply, keyID: "coordinator", key: forger ?? key)
            return TransportReply(status: 200, headers: [("mutasi-signature", signature)], body: body)
        }
    }

    @Test func anInvitationMakesANode() async throws {
        let (folder, door) = (try NodeFolder(), Door())
        _ = try await Join.run(door.line + "\n", into: folder.data, caPath: "/etc/ca.pem", transport: door)
        let identity = try NodeStore.open(folder.data).identity
        #expect(identity.region == Sample.region)
        #expect(identity.isRegistry)
        #expect(identity.url == "https://localhost:9")
        #expect(identity.caPath == "/etc/ca.pem")
        #expect(identity.coordinator == door.key.publicKey)
        #expect(door.requests.withLock { $0.map(\.key) } == [identity.signing.publicKey])
        #expect(!FileManager.default.fileExists(atPath: folder.file("join.json")))
    }

    @Test func aLostReplyIsAskedForWithTheSameKeys() async throws {
        let (folder, door) = (try NodeFolder(), Door(isBroken: true))
        await #expect(throws: TransportError.self) {
            try await Join.run(door.line, into: folder.data, transport: door)
        }
        #expect(folder.data.holdsNode == false)
        door.isBroken.withLock { $0 = false }
        let store = try await Join.run(door.line, into: folder.data, transport: door)
        let keys = door.requests.withLock { $0.map(\.key) }
        #expect(keys == [store.identity.signing.publicKey, store.identity.signing.publicKey])
    }

    @Test func aCoordinatorWithAnotherKeyIsNotBelieved() async throws {
        let (folder, door) = (try NodeFolder(), Door(forger: .generate()))
        let failure = await #expect(throws: NodeFailure.self) {
            try await Join.run(door.line, into: folder.data, transport: door)
        }
        #expect(failure?.code == .invitation)
        #expect(folder.data.holdsNode == false)
    }

    @Test(arguments: [
        TransportReply(status: 200, body: Array("<html>".utf8)),
        TransportReply(status: 502, body: Array("<html>".utf8)),
        TransportReply(status: 403, body: Problem(.invitationInvalid).encode()),
    ])
    func whatIsNoJoinReplyMakesNoNode(answer: TransportReply) async throws {
        let (folder, door) = (try NodeFolder(), Door(answer: answer))
        let failure = await #expect(throws: NodeFailure.self) {
            try await Join.run(door.line, into: folder.data, transport: door)
        }
        #expect(failure?.code == .invitation)
        #expect(folder.data.holdsNode == false)
    }

    @Test func aLineThatIsNoInvitationIsRefusedBeforeAnythingIsMade() async throws {
        let (folder, door) = (try NodeFolder(), Door())
        let failure = await #expect(throws: NodeFailure.self) {
            try await Join.run(String(door.line.dropLast(40)), into: folder.data, transport: door)
        }
        #expect(failure?.code == .invitation)
        #expect(!FileManager.default.fileExists(atPath: folder.data.path))
    }

    @Test func aNodeDoesNotJoinAgainInItsDirectory() async throws {
        let (folder, door) = (try NodeFolder(), Door())
        _ = try await Join.run(door.line, into: folder.data, transport: door)
        let failure = await #expect(throws: NodeFailure.self) {
            try await Join.run(door.line, into: folder.data, transport: door)
        }
        #expect(failure?.code == .exists)
    }
}
